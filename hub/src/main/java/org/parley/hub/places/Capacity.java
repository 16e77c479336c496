package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.TextForm;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// How much a crossing can take on a day, as somebody says.
///
/// @param flow null for every flow
/// @param category null for every category
/// @param amount never negative
/// @param unit for example `TRUCK`, `PX` for pallets or `TNE` for tonnes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Capacity(
        @Nullable String flow, @Nullable String category, BigDecimal amount, Unit unit) {

    public Capacity {
        TextForm.SLUG.optional("capacities.flow", flow);
        TextForm.SLUG.optional("capacities.category", category);
        Checked.given("capacities.unit", unit);
        amount = new Quantity(Checked.given("capacities.amount", amount), unit).amount();
    }

    public Quantity quantity() {
        return new Quantity(amount, unit);
    }
}
