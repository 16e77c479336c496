package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How many, and what they add up to.
record Amount(long members, List<BigDecimal> sums) {

    static final Amount NONE = new Amount(0, List.of());

    Amount plus(Amount other) {
        return add(other, 1);
    }

    Amount minus(Amount other) {
        return add(other, -1);
    }

    private Amount add(Amount other, int sign) {
        var next = new ArrayList<BigDecimal>(Math.max(sums.size(), other.sums.size()));
        for (int i = 0; i < Math.max(sums.size(), other.sums.size()); i++) {
            next.add(sum(i).add(sign < 0 ? other.sum(i).negate() : other.sum(i)));
        }
        return new Amount(members + sign * other.members, next);
    }

    BigDecimal sum(int place) {
        return place < sums.size() ? sums.get(place) : BigDecimal.ZERO;
    }

    boolean isNone() {
        return members == 0 && sums.stream().allMatch(sum -> sum.signum() == 0);
    }
}
