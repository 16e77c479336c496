package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.quantity.Factor;
import org.parley.kernel.quantity.Unit;

/// A conversion as its author states it: how many of the line's unit one of the reported unit is.
///
/// @param amount line units in one reported unit
/// @param error the largest relative error, 0.03 for three percent; absent where it is not known
/// @param source who states the factor
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedFactor(BigDecimal amount, @Nullable BigDecimal error, String source) {

    public StatedFactor {
        // The kernel's own rules, with units that do not matter here.
        new Factor(
                Unit.PX,
                Unit.KGM,
                Amounts.positive("factor.amount", amount),
                Optional.ofNullable(error),
                Checked.text("factor.source", source, 500));
    }

    Factor between(Unit from, Unit to) {
        return new Factor(from, to, amount, Optional.ofNullable(error), source);
    }
}
