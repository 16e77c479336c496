package org.parley.hub.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.parley.hub.claims.Observations;
import org.parley.hub.claims.OwnVintage;
import org.parley.hub.claims.SourceDescribed;
import org.parley.hub.claims.VintageClosed;
import org.parley.hub.claims.VintageOpened;
import org.parley.hub.exchange.Fingerprints.Change;
import org.parley.hub.exchange.tabular.Limits;
import org.parley.hub.exchange.tabular.Table;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.journal.Journal;
import org.springframework.stereotype.Service;

/// Takes files into registers. A file is read twice: first to judge it whole, then to store what is
/// new in it; so a file that turns out unreadable at its end has changed nothing.
@Service
public class Importer {

    private static final int TELL_EVERY = 2_000;

    private final Journal journal;
    private final Observations observations;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Importer(Journal journal, Observations observations) {
        this.journal = journal;
        this.observations = observations;
    }

    /// @throws Unreadable when the file is no table that the mapping understands
    /// @throws ImportRefused when the journal refuses it
    public ImportReport run(ImportRequest request, Consumer<Progress> tell) {
        var source =
                request.mapping()
                        .source()
                        .orElseThrow(
                                () ->
                                        new Unreadable(
                                                "exchange.mapping-without-source",
                                                Map.of("mapping", request.mapping().id())));
        var register =
                "%s/%s/%s"
                        .formatted(
                                request.operation(),
                                request.actor().organisation(),
                                source.source());
        if (!running.add(register)) {
            throw new Unreadable("exchange.import-running", Map.of("source", source.source()));
        }
        try {
            return run(request, source, tell);
        } finally {
            running.remove(register);
        }
    }

    private ImportReport run(
            ImportRequest request, SourceDescribed source, Consumer<Progress> tell) {
        var table = Table.at(request.file(), Limits.usual(), request.charset());
        var file = sha256(request.file());
        var known = own(request, source);
        var fingerprints = standing(request, source);
        var survey = new Survey(fingerprints, published(request, source, known, file));
        survey.read(request, table, tell);
        var plan = Plan.of(request, source.source(), file, known, survey);
        var withdrawn = withdrawn(request, source, fingerprints, survey);
        var counts = survey.counts(withdrawn.size());
        boolean sameFile =
                known.stream().anyMatch(vintage -> vintage.closed() && vintage.file().equals(file));
        boolean nothingNew = counts.nothing() && !known.isEmpty() && !plan.resumes();
        if (request.dryRun() || sameFile || nothingNew) {
            tell.accept(new Progress(Progress.Phase.DONE, 1, survey.rows()));
            return survey.report(request, table.description(), plan, sameFile, counts, 0);
        }
        var sending = new Sending(journal, request, plan, file);
        open(request, source, survey, plan, file, sending);
        sending.flush(); // a refusal of the opening ends the import before any row is sent
        fingerprints.forgetSeen();
        storeRows(request, table, fingerprints, sending, survey.rows(), tell);
        withdrawn.forEach(sending::withdrawn);
        sending.flush();
        var revised = revised(request, source, plan);
        close(plan, survey, revised, sending);
        tell.accept(new Progress(Progress.Phase.DONE, 1, survey.rows()));
        return survey.report(
                request, table.description(), plan, false, revised, sending.statements());
    }

    private void open(
            ImportRequest request,
            SourceDescribed source,
            Survey survey,
            Plan plan,
            String file,
            Sending sending) {
        var since = journal.operation(request.operation()).orElseThrow().inEffectFrom();
        request.mapping().rule().ifPresent(rule -> sending.describe(rule, since));
        sending.describe(source, since);
        sending.say(
                "opened",
                new VintageOpened(
                        plan.source(),
                        plan.vintage(),
                        plan.asOf(),
                        !survey.part(),
                        file,
                        request.mapping().id()));
    }

    private static void storeRows(
            ImportRequest request,
            Table table,
            Fingerprints fingerprints,
            Sending sending,
            long rows,
            Consumer<Progress> tell) {
        try (var opened = new Opened(table, request.mapping(), fingerprints)) {
            long read = 0;
            for (var row = opened.next(); row != null; row = opened.next()) {
                if (row instanceof ReadRow.Taken(var observed)
                        && fingerprints.see(observed.key(), observed.hash()) != Change.SAME) {
                    sending.row(observed);
                }
                if (++read % TELL_EVERY == 0) {
                    tell.accept(
                            new Progress(Progress.Phase.STORING, 0.4 + 0.6 * read / rows, read));
                }
            }
        }
    }

    private static void close(Plan plan, Survey survey, RevisionCounts revised, Sending sending) {
        sending.say(
                "closed",
                new VintageClosed(
                        plan.source(),
                        plan.vintage(),
                        survey.rows() - survey.heldBack(),
                        revised.added(),
                        revised.changed(),
                        revised.withdrawn(),
                        revised.backDated(),
                        survey.heldBack()));
        sending.flush();
    }

    /// What the vintage revised, worked out from what now stands: right even when an import was
    /// carried on after it had stopped half-way.
    private RevisionCounts revised(ImportRequest request, SourceDescribed source, Plan plan) {
        long opened =
                own(request, source).stream()
                        .filter(vintage -> vintage.vintage().equals(plan.vintage()))
                        .findFirst()
                        .orElseThrow()
                        .opened();
        var revised =
                observations.revised(
                        request.operation(),
                        request.actor().organisation(),
                        source.source(),
                        opened);
        return new RevisionCounts(
                revised.added(), revised.changed(), revised.withdrawn(), revised.backDated());
    }

    private List<OwnVintage> own(ImportRequest request, SourceDescribed source) {
        return observations.own(
                request.operation(), request.actor().organisation(), source.source());
    }

    private Fingerprints standing(ImportRequest request, SourceDescribed source) {
        var fingerprints = new Fingerprints();
        observations.fingerprints(
                request.operation(),
                request.actor().organisation(),
                source.source(),
                fingerprints::stands);
        return fingerprints;
    }

    /// The last event of what was published before this file's vintage.
    private Optional<LocalDate> published(
            ImportRequest request, SourceDescribed source, List<OwnVintage> known, String file) {
        var resumed =
                known.stream()
                        .filter(vintage -> !vintage.closed() && vintage.file().equals(file))
                        .map(OwnVintage::vintage)
                        .findFirst();
        return observations.lastEvent(
                request.operation(),
                request.actor().organisation(),
                source.source(),
                resumed.orElse(""));
    }

    private List<String> withdrawn(
            ImportRequest request,
            SourceDescribed source,
            Fingerprints fingerprints,
            Survey survey) {
        var withdrawn = new ArrayList<String>();
        if (survey.part()) {
            return withdrawn;
        }
        var stood = new AtomicLong();
        observations.fingerprints(
                request.operation(),
                request.actor().organisation(),
                source.source(),
                (key, _) -> {
                    stood.incrementAndGet();
                    if (!fingerprints.seen(key)) {
                        withdrawn.add(key);
                    }
                });
        if (request.completeness() == Completeness.UNSTATED
                && withdrawn.size() * 2L > stood.get()) {
            throw new Unreadable(
                    "exchange.withdraws-most",
                    Map.of("withdrawn", withdrawn.size(), "rows", stood.get()));
        }
        return withdrawn;
    }

    private static String sha256(Path file) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
