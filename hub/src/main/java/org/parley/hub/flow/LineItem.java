package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// One line of a consignment: goods of one sort.
///
/// @param line its number or code within the consignment
/// @param category the cargo class, one of [CargoCategories]
/// @param quantity in `unit`, the line's own unit: all of its figures are kept in it
/// @param weightTonnes of the whole line, gross; where it is not given only a unit of mass tells it
/// @param volumeM3 of the whole line
/// @param description in the words of whoever asks
/// @param expiresOn the earliest date of expiry
/// @param names what the goods are called in each language, and by parties that call them
///     otherwise; absent where whoever asks gives the description alone
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineItem(
        String line,
        String description,
        String category,
        BigDecimal quantity,
        Unit unit,
        @Nullable BigDecimal weightTonnes,
        @Nullable BigDecimal volumeM3,
        @Nullable LocalDate expiresOn,
        @Nullable Names names) {

    public LineItem {
        Forms.RECORD.required("lines.line", line);
        Checked.text("lines.description", description, 500);
        Forms.SLUG.required("lines.category", category);
        quantity = Amounts.positive("lines.quantity", quantity);
        Checked.given("lines.unit", unit);
        weightTonnes = Amounts.optional("lines.weightTonnes", weightTonnes);
        volumeM3 = Amounts.optional("lines.volumeM3", volumeM3);
    }

    /// Goods that are described in one language only.
    public LineItem(
            String line,
            String description,
            String category,
            BigDecimal quantity,
            Unit unit,
            @Nullable BigDecimal weightTonnes,
            @Nullable BigDecimal volumeM3,
            @Nullable LocalDate expiresOn) {
        this(line, description, category, quantity, unit, weightTonnes, volumeM3, expiresOn, null);
    }

    /// The same without its names: deciding on goods does not need them.
    LineItem unnamed() {
        return new LineItem(
                line, description, category, quantity, unit, weightTonnes, volumeM3, expiresOn);
    }

    /// Whatever text says what the goods are, in any language.
    Stream<String> texts() {
        return names == null
                ? Stream.of(description)
                : Stream.concat(
                        Stream.of(description),
                        Stream.concat(
                                names.common().values().stream(),
                                names.byParty().values().stream()
                                        .flatMap(own -> own.values().stream())));
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
