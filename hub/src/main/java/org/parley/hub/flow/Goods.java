package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.quantity.Unit;

/// A quantity of one line of the consignment that a statement is about.
///
/// @param unit the line's own where absent; another one needs a `factor` unless it measures the
///     same
/// @param load the load that it is part of, where loads are told apart
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Goods(
        String line,
        BigDecimal quantity,
        @Nullable Unit unit,
        @Nullable String load,
        @Nullable StatedFactor factor) {

    public Goods {
        Forms.RECORD.required("goods.line", line);
        quantity = Amounts.required("goods.quantity", quantity);
        Forms.RECORD.optional("goods.load", load);
    }

    /// So much of a line, in the line's own unit.
    public static Goods of(String line, long quantity) {
        return new Goods(line, BigDecimal.valueOf(quantity), null, null, null);
    }
}
