package org.parley.hub.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.exchange.tabular.Table;

/// The first reading of a file: what is in it and what it would change. Stores nothing.
final class Survey {

    private static final int TELL_EVERY = 2_000;

    private final Fingerprints fingerprints;
    private final @Nullable LocalDate published;
    private final SortedMap<String, Long> flags = new TreeMap<>();
    private final SortedMap<String, Long> problems = new TreeMap<>();
    private long rows;
    private long added;
    private long changed;
    private long heldBack;
    private long backDated;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private boolean part;

    /// @param fingerprints what stands in the register
    /// @param published the last event already published, where there is one
    Survey(Fingerprints fingerprints, Optional<LocalDate> published) {
        this.fingerprints = fingerprints;
        this.published = published.orElse(null);
    }

    void read(ImportRequest request, Table table, Consumer<Progress> tell) {
        try (var opened = new Opened(table, request.mapping(), fingerprints);
                var held = new Problems(request.problems(), opened.binding())) {
            part = request.completeness() == Completeness.PART || opened.binding().part();
            for (var row = opened.next(); row != null; row = opened.next()) {
                switch (row) {
                    case ReadRow.Taken(var observed) -> take(observed);
                    case ReadRow.HeldBack back -> {
                        heldBack++;
                        back.problems().forEach(problem -> problems.merge(problem, 1L, Long::sum));
                        held.add(back);
                    }
                }
                if (++rows % TELL_EVERY == 0) {
                    tell.accept(
                            new Progress(Progress.Phase.READING, opened.progress() * 0.4, rows));
                }
            }
        }
    }

    private void take(ObservedRow row) {
        switch (fingerprints.see(row.key(), row.hash())) {
            case ADDED -> {
                added++;
                backDated += published != null && !row.date().isAfter(published) ? 1 : 0;
            }
            case CHANGED -> changed++;
            case SAME -> {}
        }
        row.flags().forEach(flag -> flags.merge(flag, 1L, Long::sum));
        first = first == null || row.date().isBefore(first) ? row.date() : first;
        last = last == null || row.date().isAfter(last) ? row.date() : last;
    }

    boolean part() {
        return part;
    }

    long rows() {
        return rows;
    }

    long heldBack() {
        return heldBack;
    }

    Optional<LocalDate> last() {
        return Optional.ofNullable(last);
    }

    RevisionCounts counts(long withdrawn) {
        return new RevisionCounts(added, changed, withdrawn, backDated);
    }

    ImportReport report(
            ImportRequest request,
            String form,
            Plan plan,
            boolean sameFile,
            RevisionCounts counts,
            long statements) {
        return new ImportReport(
                request.name(),
                form,
                request.mapping().id(),
                plan.source(),
                plan.vintage(),
                plan.asOf(),
                part,
                request.dryRun(),
                sameFile,
                rows,
                counts.added(),
                counts.changed(),
                rows - heldBack - counts.added() - counts.changed(),
                counts.withdrawn(),
                counts.backDated(),
                heldBack,
                first,
                last,
                flags,
                problems,
                statements);
    }
}
