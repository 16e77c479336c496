package org.parley.hub.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Durations counted by stretches, and which of them stands at a share of the way from the shortest
/// to the longest. Each stands for the mean of its stretch, at most 2.2 % away.
final class Ranked {

    private final NavigableMap<Long, Amount> byStretch = new TreeMap<>();

    /// @param durations in seconds: how many and their sum
    void add(long stretch, Amount durations) {
        byStretch.merge(stretch, durations, Amount::plus);
    }

    long count() {
        return byStretch.values().stream().mapToLong(Amount::members).sum();
    }

    /// In seconds, between two of them as PostgreSQL's `percentile_cont` has it; empty for none.
    Optional<BigDecimal> at(double share) {
        long count = count();
        if (count == 0) {
            return Optional.empty();
        }
        double place = share * (count - 1);
        long below = (long) Math.floor(place);
        var low = ranked(below);
        var high = ranked(Math.min(count - 1, below + 1));
        return Optional.of(low.add(high.subtract(low).multiply(BigDecimal.valueOf(place - below))));
    }

    private BigDecimal ranked(long rank) {
        long before = 0;
        for (var one : byStretch.values()) {
            before += one.members();
            if (rank < before) {
                return one.sum(0).divide(BigDecimal.valueOf(one.members()), MathContext.DECIMAL64);
            }
        }
        throw new IllegalStateException("No rank " + rank + " of " + before);
    }
}
