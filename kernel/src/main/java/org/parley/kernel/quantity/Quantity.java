package org.parley.kernel.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.parley.kernel.InvalidValue;

/// An exact amount of goods in a stated unit. Never negative: a shortfall is a [Variance], not a
/// quantity below zero. At most a thousand million with six decimals, so that every amount survives
/// the journal's canonical form, whose numbers are doubles.
public record Quantity(BigDecimal amount, Unit unit) {

    static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    public Quantity {
        if (amount == null || unit == null) {
            throw new InvalidValue(
                    "quantity", "value.quantity-bare", "must have an amount and a unit");
        }
        if (amount.signum() < 0) {
            throw new InvalidValue(
                    "quantity",
                    "value.negative-quantity",
                    "must not be negative, was {amount} {unit}",
                    amount,
                    unit);
        }
        amount = Amounts.plain("quantity", amount, MOST);
    }

    public static Quantity of(String amount, Unit unit) {
        try {
            return new Quantity(new BigDecimal(amount), unit);
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(
                    "quantity",
                    "value.number",
                    "must be a decimal number such as 2.5, was '{was}'",
                    amount);
        }
    }

    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    public static Quantity none(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    public boolean isNone() {
        return amount.signum() == 0;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.in(unit).amount), unit);
    }

    /// The same quantity in another unit of the same dimension; kilograms never become litres.
    public Quantity in(Unit target) {
        return new Quantity(unit.convert(amount, target), target);
    }

    /// What was expected but did not arrive, or arrived on top; negative when short.
    public Variance minus(Quantity expected) {
        return new Variance(amount.subtract(expected.in(unit).amount), unit);
    }

    /// This share of the quantity, to the sixth decimal.
    Quantity times(BigDecimal factor, Unit target) {
        return new Quantity(
                amount.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_EVEN), target);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }
}
