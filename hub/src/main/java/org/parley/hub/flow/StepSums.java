package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The places of the funnel's sums: for each step an amount, tonnes, lines that have some, and
/// those of them whose weight is known; where consignments are counted, one number for each step.
final class StepSums {

    static final List<String> STEPS = List.copyOf(ShareSql.STEPS.keySet());

    private static final int EACH = 4;
    private static final int RULED_FOR = STEPS.indexOf("ruled-for");

    private StepSums() {}

    static BigDecimal amount(Amount sums, int step) {
        return sums.sum(step * EACH);
    }

    static BigDecimal tonnes(Amount sums, int step) {
        return sums.sum(step * EACH + 1);
    }

    static long lines(Amount sums, int step) {
        return sums.sum(step * EACH + 2).longValueExact();
    }

    static long weighed(Amount sums, int step) {
        return sums.sum(step * EACH + 3).longValueExact();
    }

    /// What a unit's sums lose when rulings lapse.
    ///
    /// @param lapsed allowed, tonnes of it and lines with a known weight
    static Amount less(Amount lapsed) {
        var sums = zeros((RULED_FOR + 1) * EACH);
        sums.set(RULED_FOR * EACH, lapsed.sum(0).negate());
        sums.set(RULED_FOR * EACH + 1, lapsed.sum(1).negate());
        sums.set(RULED_FOR * EACH + 2, BigDecimal.valueOf(-lapsed.members()));
        sums.set(RULED_FOR * EACH + 3, lapsed.sum(2).negate());
        return new Amount(0, sums);
    }

    /// What the counts lose: consignments of which nothing is allowed any more.
    static Amount fewer(Amount lapsed) {
        var sums = zeros(RULED_FOR + 1);
        sums.set(RULED_FOR, BigDecimal.valueOf(-lapsed.members()));
        return new Amount(0, sums);
    }

    private static List<BigDecimal> zeros(int count) {
        return new ArrayList<>(Collections.nCopies(count, BigDecimal.ZERO));
    }
}
