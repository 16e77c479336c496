package org.parley.hub.flow;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// Amounts of goods whose unit stands elsewhere: within the bounds of every [Quantity].
final class Amounts {

    private Amounts() {}

    static BigDecimal required(String field, @Nullable BigDecimal amount) {
        try {
            return new Quantity(Checked.given(field, amount), Unit.H87).amount();
        } catch (InvalidValue wrong) {
            throw new InvalidValue(field, wrong.problem());
        }
    }

    static BigDecimal positive(String field, @Nullable BigDecimal amount) {
        var checked = required(field, amount);
        if (checked.signum() == 0) {
            throw new InvalidValue(field, "value.not-zero", "must be above zero");
        }
        return checked;
    }

    static @Nullable BigDecimal optional(String field, @Nullable BigDecimal amount) {
        return amount == null ? null : required(field, amount);
    }
}
