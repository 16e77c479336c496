package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Commits batches: in one transaction decides each submission in turn, saves the state that
/// follows and appends the statements. A batch runs without savepoints at first, since a decision
/// that the database then refuses is rare; when one does, the batch starts over with a savepoint
/// for each, so that one failure harms no other.
@Component
class Batches {

    /// What was signed is not what would be logged.
    private static final String CHANGED = "journal.draft-changed";

    record Committed(RightEdge.Growth growth, List<Placed> placed, List<NumberedLabel> labels) {

        RightEdge edge() {
            return growth.edge();
        }
    }

    /// One attempt at a batch.
    ///
    /// @param runs accepted entries whose effects are not written yet; empty before each decision
    ///     that looks at the state, and after each statement that is shielded
    private record Attempt(Page page, Runs runs, Shield shield) {}

    /// The labels of an operation when its log had so many statements.
    private record Labelled(long size, List<NumberedLabel> labels) {}

    private final TransactionTemplate transactions;
    private final WriterStore store;
    private final LabelStore labels;
    private final ReferenceStore references;
    private final Kinds kinds;
    private final Heads heads;
    private final Scribe scribe;
    private final Clocks clocks;
    private final GroupTimes groupTimes;
    private final CrashPoint.Hook crash;
    private final Map<OperationId, Labelled> labelled = new ConcurrentHashMap<>();

    Batches(
            @Qualifier("writer") TransactionTemplate transactions,
            WriterStore store,
            LabelStore labels,
            ReferenceStore references,
            Kinds kinds,
            Heads heads,
            Scribe scribe,
            Clocks clocks,
            GroupTimes groupTimes,
            CrashPoint.Hook crash) {
        this.transactions = transactions;
        this.store = store;
        this.labels = labels;
        this.references = references;
        this.kinds = kinds;
        this.heads = heads;
        this.scribe = scribe;
        this.clocks = clocks;
        this.groupTimes = groupTimes;
        this.crash = crash;
    }

    /// What a batch needs of a submission, worked out before it queues up.
    <B extends Record & Body> Prepared<B> prepare(Submission<B> submission) {
        return scribe.prepare(kinds.of(submission.body()), submission);
    }

    Committed commit(OperationId operation, List<Waiting> batch) {
        Committed committed;
        try {
            committed = inTransaction(operation, batch, _ -> Shield.NONE);
        } catch (DataAccessException | UndecidableStatement oneOfThem) {
            committed = inTransaction(operation, batch, Shield::savepoints);
        }
        heads.advance(operation, committed.growth());
        labelled.put(operation, new Labelled(committed.edge().size(), committed.labels()));
        crash.at(CrashPoint.COMMITTED);
        return committed;
    }

    private Committed inTransaction(
            OperationId operation,
            List<Waiting> batch,
            Function<TransactionStatus, Shield> shield) {
        return requireNonNull(
                transactions.execute(
                        status -> attempted(operation, batch, status, shield.apply(status))));
    }

    private Committed attempted(
            OperationId operation,
            List<Waiting> batch,
            TransactionStatus transaction,
            Shield shield) {
        var page = page(operation, batch);
        var attempt = new Attempt(page, new Runs(), shield);
        var placed = new ArrayList<Placed>(batch.size());
        for (var waiting : batch) {
            placed.add(place(attempt, waiting.key(), waiting.prepared()));
        }
        attempt.runs().apply();
        transaction.flush();
        crash.at(CrashPoint.APPLIED);
        var growth = page.write(store, labels, references);
        crash.at(CrashPoint.INSERTED);
        return new Committed(growth, placed, page.labels());
    }

    private Page page(OperationId operation, List<Waiting> batch) {
        var devices = new LinkedHashSet<Counter>();
        var named = new TreeSet<UUID>();
        for (var waiting : batch) {
            waiting.submission().references().replaces().forEach(id -> named.add(id.value()));
            Counter.of(waiting.submission()).ifPresent(devices::add);
        }
        var opening = store.open(operation, batch, devices);
        var head =
                heads.of(
                        operation, opening.end().orElseThrow(() -> new NoSuchOperation(operation)));
        return new Page(
                operation,
                head,
                clocks,
                opening.prior(),
                opening.lastOfDevice(),
                known(operation, head),
                amendments(operation, named));
    }

    private Amendments amendments(OperationId operation, Set<UUID> named) {
        return named.isEmpty()
                ? new Amendments(new HashSet<>(), new HashMap<>())
                : new Amendments(
                        references.there(operation, named), references.replaced(operation, named));
    }

    /// Labels are only added, and only with statements: while the log is as this node left it, so
    /// are they.
    private List<NumberedLabel> known(OperationId operation, Head head) {
        var kept = labelled.get(operation);
        return kept != null && kept.size() == head.size()
                ? kept.labels()
                : labels.after(operation, 0);
    }

    private <B extends Record & Body> Placed place(
            Attempt attempt, String key, Prepared<B> prepared) {
        var page = attempt.page();
        var prior = page.prior(key);
        if (prior != null) {
            return Arrays.equals(prior.content(), prepared.content())
                    ? new Placed.Committed(prior.index(), true)
                    : new Placed.Conflict();
        }
        var placed = attempt.shield().around(() -> decide(attempt, prepared));
        if (placed instanceof Placed.Committed) {
            page.append(key, prepared.submission());
        }
        return placed;
    }

    /// What a feature would accept is put to the hub's own rule of harm.
    private static Verdict screened(Prepared<?> prepared, Verdict verdict) {
        return verdict instanceof Verdict.Accepted
                ? prepared.harm().<Verdict>map(Verdict.Refused::new).orElse(verdict)
                : verdict;
    }

    private <B extends Record & Body> Placed decide(Attempt attempt, Prepared<B> prepared) {
        var page = attempt.page();
        var submission = prepared.submission();
        var kind = prepared.known().kind();
        if (kind.readsState()) {
            attempt.runs().apply();
        }
        var said = page.said(submission);
        var verdict = screened(prepared, kind.decide(said));
        crash.at(CrashPoint.DECIDED);
        return switch (verdict) {
            case Verdict.Refused(var why) -> new Placed.Refused(why);
            case Verdict.Accepted(var marks) -> {
                var label = page.label(timed(attempt, said), () -> scribe.labelSalt(submission));
                if (!isAsSigned(prepared, label)) {
                    yield new Placed.Refused(new Refusal(CHANGED, Map.of()));
                }
                var allMarks = page.marks(prepared, said.heardAt(), marks);
                page.write(scribe.row(prepared, label, said, allMarks), label);
                apply(attempt, kind, page.entry(said, label, allMarks));
                yield new Placed.Committed(said.index(), false);
            }
        };
    }

    /// Where its author has signed it, it is logged as it was signed or not at all.
    private boolean isAsSigned(Prepared<?> prepared, NumberedLabel label) {
        return prepared.submission()
                .authorSigned()
                .filter(signed -> !signed.isOver(scribe.bytes(prepared, label, signed.secret())))
                .isEmpty();
    }

    private static <B extends Record & Body> void apply(
            Attempt attempt, StatementKind<B> kind, Entry<B> entry) {
        attempt.runs().add(kind, entry);
        if (attempt.shield() != Shield.NONE) {
            attempt.runs().apply(); // each one answers for its own
        }
    }

    /// The label with the time at which it is addressed to its groups, which the state says.
    /// Features never see that time.
    private Label timed(Attempt attempt, Said<?> said) {
        return said.label()
                .timed(
                        group -> {
                            attempt.runs().apply();
                            return groupTimes.of(said.operation(), group, said.heardAt());
                        });
    }
}
