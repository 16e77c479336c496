package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// One line of a consignment: goods of one sort.
///
/// @param line its number or code within the consignment
/// @param category the cargo class, one of [CargoCategories]
/// @param quantity in `unit`, the line's own unit: all of its figures are kept in it
/// @param weightTonnes of the whole line, gross; where it is not given only a unit of mass tells it
/// @param volumeM3 of the whole line
/// @param expiresOn the earliest date of expiry
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineItem(
        String line,
        String description,
        String category,
        BigDecimal quantity,
        Unit unit,
        @Nullable BigDecimal weightTonnes,
        @Nullable BigDecimal volumeM3,
        @Nullable LocalDate expiresOn) {

    public LineItem {
        Forms.RECORD.required("lines.line", line);
        Checked.text("lines.description", description, 500);
        Forms.SLUG.required("lines.category", category);
        quantity = Amounts.positive("lines.quantity", quantity);
        Checked.given("lines.unit", unit);
        weightTonnes = Amounts.optional("lines.weightTonnes", weightTonnes);
        volumeM3 = Amounts.optional("lines.volumeM3", volumeM3);
    }

    /// Tonnes of one unit of the line; empty where the weight is not known.
    Optional<BigDecimal> tonnesPerUnit() {
        if (weightTonnes != null) {
            return Optional.of(weightTonnes.divide(quantity, 12, RoundingMode.HALF_EVEN));
        }
        return unit.convertsTo(Unit.TNE)
                ? Optional.of(Quantity.of(1, unit).in(Unit.TNE).amount())
                : Optional.empty();
    }
}
