package org.parley.hub.heard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Counts questions by organisation and kind. The same arithmetic for everybody.
final class Ledger {

    static final String TIME_TO_ANSWER = "awaited.time-to-answer";
    static final String TIME_OPEN = "awaited.time-open";
    private static final int SECONDS = 3600;

    private final Instant at;
    private final long knownTo;

    Ledger(Instant at, long knownTo) {
        this.at = at;
        this.knownTo = knownTo;
    }

    private record Whose(String organisation, String kind) implements Comparable<Whose> {
        @Override
        public int compareTo(Whose other) {
            int first = organisation.compareTo(other.organisation);
            return first == 0 ? kind.compareTo(other.kind) : first;
        }
    }

    List<SilenceView.Tally> tallies(List<Timed> questions) {
        var by = new TreeMap<Whose, List<Timed>>();
        for (var one : questions) {
            by.computeIfAbsent(
                            new Whose(one.question().awaits().value(), one.kind()),
                            _ -> new ArrayList<>())
                    .add(one);
        }
        var tallies = new ArrayList<SilenceView.Tally>();
        by.forEach((whose, all) -> tallies.add(tally(whose, all)));
        return tallies;
    }

    private SilenceView.Tally tally(Whose whose, List<Timed> all) {
        var answers = waits(all, Timed::answered);
        var open = waits(all, Timed::open);
        return new SilenceView.Tally(
                whose.organisation(),
                whose.kind(),
                count(whose, all, _ -> true),
                count(whose, all, Timed::answered),
                count(whose, all, Timed::late),
                count(whose, all, Timed::lapsed),
                count(whose, all, Timed::open),
                count(whose, all, one -> one.overdue(at)),
                share(answers, 50, TIME_TO_ANSWER, all.size()),
                share(answers, 90, TIME_TO_ANSWER, all.size()),
                share(open, 100, TIME_OPEN, all.size()));
    }

    private Measured count(Whose whose, List<Timed> all, Predicate<Timed> which) {
        long counted = all.stream().filter(which).count();
        return new Measured(
                BigDecimal.valueOf(counted),
                "question",
                "awaited." + whose.kind(),
                counted,
                all.size(),
                knownTo);
    }

    private List<Duration> waits(List<Timed> all, Predicate<Timed> which) {
        return all.stream().filter(which).map(one -> one.waited(at)).sorted().toList();
    }

    /// The least that at least so many of a hundred did not exceed (nearest rank); null of none.
    private @Nullable Measured share(List<Duration> sorted, int percent, String rule, long of) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        var hours =
                BigDecimal.valueOf(sorted.get(rank - 1).toSeconds())
                        .divide(BigDecimal.valueOf(SECONDS), 1, RoundingMode.HALF_UP);
        return new Measured(hours, "hour", rule, sorted.size(), of, knownTo);
    }
}
