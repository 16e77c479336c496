package org.parley.kernel.quantity;

import java.math.BigDecimal;

/// How far an amount is from what it should have been: below zero when short, above when over.
public record Variance(BigDecimal amount, Unit unit) {

    private static final BigDecimal MOST = new BigDecimal("1e15");

    public Variance {
        amount = Amounts.plain("variance", amount, MOST);
    }

    public boolean isNone() {
        return amount.signum() == 0;
    }

    public boolean isShort() {
        return amount.signum() < 0;
    }

    /// The part above zero.
    public Quantity over() {
        return new Quantity(amount.max(BigDecimal.ZERO), unit);
    }

    /// The part below zero, as a quantity.
    public Quantity missing() {
        return new Quantity(amount.negate().max(BigDecimal.ZERO), unit);
    }
}
