package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.parley.kernel.quantity.Unit;

/// Where one line's goods are, from the sums of what was reported. Sums do not depend on the order
/// in which reports come in, so a late one fits as well as a timely one. More reported out of a
/// node than into it is shown as unexplained, and the node as empty; nothing is ever below zero.
public record LineLedger(Unit unit, Map<Measure, BigDecimal> sums) {

    public LineLedger {
        var kept = new EnumMap<Measure, BigDecimal>(Measure.class);
        sums.forEach(
                (measure, amount) -> {
                    if (amount.signum() != 0) {
                        kept.put(measure, plain(amount));
                    }
                });
        sums = Collections.unmodifiableMap(kept);
    }

    private static BigDecimal plain(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static LineLedger empty(Unit unit) {
        return new LineLedger(unit, Map.of());
    }

    LineLedger plus(Effect effect) {
        var next = new EnumMap<Measure, BigDecimal>(Measure.class);
        next.putAll(sums);
        next.merge(effect.measure(), effect.amount(), BigDecimal::add);
        return new LineLedger(unit, next);
    }

    BigDecimal of(Measure measure) {
        return sums.getOrDefault(measure, BigDecimal.ZERO);
    }

    BigDecimal of(Measure... measures) {
        return Arrays.stream(measures).map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Into the node less out of it: below zero when more was reported out.
    BigDecimal net(Node node) {
        var net = BigDecimal.ZERO;
        for (var sum : sums.entrySet()) {
            if (sum.getKey().into() == node) {
                net = net.add(sum.getValue());
            }
            if (sum.getKey().outOf() == node) {
                net = net.subtract(sum.getValue());
            }
        }
        return net;
    }

    /// What lies at the node.
    BigDecimal at(Node node) {
        return net(node).max(BigDecimal.ZERO);
    }

    /// At most zero: how much more was reported out of the node than into it.
    BigDecimal unexplained(Node node) {
        return net(node).min(BigDecimal.ZERO);
    }

    BigDecimal intercepted() {
        return of(
                Measure.SELF_OUTSIDE,
                Measure.SELF_INSIDE,
                Measure.ARMED_OUTSIDE,
                Measure.ARMED_INSIDE);
    }

    BigDecimal intercepted(Node node) {
        return switch (node) {
            case OUTSIDE -> of(Measure.SELF_OUTSIDE, Measure.ARMED_OUTSIDE);
            case INSIDE -> of(Measure.SELF_INSIDE, Measure.ARMED_INSIDE);
            case YARD, DESTINATION -> BigDecimal.ZERO;
        };
    }

    BigDecimal returned() {
        return of(
                Measure.RETURNED_OUTSIDE,
                Measure.RETURNED_YARD,
                Measure.RETURNED_INSIDE,
                Measure.RETURNED_DESTINATION);
    }

    BigDecimal damaged() {
        return of(
                Measure.DAMAGED_OUTSIDE,
                Measure.DAMAGED_YARD,
                Measure.DAMAGED_INSIDE,
                Measure.DAMAGED_DESTINATION);
    }

    BigDecimal lost() {
        return of(
                Measure.LOST_OUTSIDE,
                Measure.LOST_YARD,
                Measure.LOST_INSIDE,
                Measure.LOST_DESTINATION);
    }

    /// Whether nothing is on the way any more and nothing is unexplained.
    boolean isSettled() {
        return Arrays.stream(Node.values())
                .filter(node -> node != Node.DESTINATION)
                .allMatch(node -> net(node).signum() == 0);
    }
}
