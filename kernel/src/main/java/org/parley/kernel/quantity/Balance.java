package org.parley.kernel.quantity;

import java.math.BigDecimal;

/// What became of one line at a crossing's inner side: offloaded = collected + in the yard +
/// returned + damaged + unexplained. What is in the yard is what nobody reported out of it; when
/// more is reported out than in, the excess is unexplained and the yard is empty.
///
/// @param unexplained at most zero: how much more is reported out of the yard than into it
public record Balance(
        Quantity offloaded,
        Quantity collected,
        Quantity inYard,
        Quantity returned,
        Quantity damaged,
        Variance unexplained) {

    public static Balance of(
            Quantity offloaded, Quantity collected, Quantity returned, Quantity damaged) {
        var out = collected.plus(returned).plus(damaged);
        var rest = offloaded.minus(out);
        return new Balance(
                offloaded,
                collected,
                rest.over(),
                returned,
                damaged,
                new Variance(rest.amount().min(BigDecimal.ZERO), rest.unit()));
    }

    /// Whether every part of what was offloaded is accounted for.
    public boolean holds() {
        return unexplained.isNone();
    }
}
