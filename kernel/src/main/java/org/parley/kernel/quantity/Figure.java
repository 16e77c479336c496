package org.parley.kernel.quantity;

import java.math.BigDecimal;
import org.parley.kernel.InvalidValue;

/// A number with its label: there is no other kind in an answer or on a page.
///
/// @param unit a [Unit]'s code, or what else is counted: `consignment`, `hour`, `percent`
/// @param rule the counting rule's code: which event was counted, where, with what in scope
/// @param knownTo the size of the log that it was counted from
public record Figure(BigDecimal value, String unit, String rule, Coverage coverage, long knownTo) {

    public Figure {
        if (rule.isBlank() || unit.isBlank()) {
            throw new InvalidValue(
                    "figure", "value.figure-bare", "must have a unit and a counting rule");
        }
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }
}
