package org.parley.kernel.quantity;

import java.math.BigDecimal;
import org.parley.kernel.InvalidValue;

/// The one written form of amounts: no exponent, no closing zeros, so that 2.50 t equals 2.5 t and
/// looks like it.
final class Amounts {

    private Amounts() {}

    static BigDecimal plain(String field, BigDecimal amount, BigDecimal most) {
        if (amount.abs().compareTo(most) > 0) {
            throw new InvalidValue(
                    field, "value.at-most", "must be at most {most}", most.toPlainString());
        }
        var plain = amount.stripTrailingZeros();
        if (plain.scale() > Quantity.DECIMALS) {
            throw new InvalidValue(
                    field,
                    "value.decimals",
                    "must have at most {most} decimals",
                    Quantity.DECIMALS);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
