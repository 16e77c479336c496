package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// One row of a register as its publisher wrote it, with what we understood of it. Odd values are
/// kept and flagged, never dropped.
///
/// @param key the row's name within its register
/// @param hash of its content: a row that comes again with the same hash has not changed
/// @param date when the counted event happened
/// @param place the crossing or route, in the publisher's spelling
/// @param quantity a decimal text; null where the publisher left it blank
/// @param flags stable codes of what is odd about it, sorted
/// @param rest the other columns, by the publisher's own header
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ObservedRow(
        String key,
        String hash,
        LocalDate date,
        @Nullable String place,
        @Nullable String category,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String assistance,
        @Nullable String donor,
        @Nullable String destination,
        @Nullable String description,
        List<String> flags,
        Map<String, String> rest) {

    private static final int LONGEST = 2_000;

    public ObservedRow {
        Checked.text("rows.key", key, 200);
        Checked.text("rows.hash", hash, 64);
        Checked.given("rows.date", date);
        for (var text :
                new @Nullable String[] {
                    place, category, unit, assistance, donor, destination, description
                }) {
            Checked.optionalText("rows", text, LONGEST);
        }
        if (quantity != null) {
            number(quantity);
        }
        flags = flags == null ? List.of() : flags.stream().sorted().toList();
        rest = rest == null ? Map.of() : Map.copyOf(rest);
    }

    private static void number(String quantity) {
        try {
            var number = new BigDecimal(quantity);
            if (number.precision() > 30 || Math.abs(number.scale()) > 30) {
                throw new InvalidValue(
                        "rows.quantity", "value.digits", "must have at most {most} digits", 30);
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(
                    "rows.quantity",
                    "value.number",
                    "must be a decimal number such as 2.5, was '{was}'",
                    quantity);
        }
    }
}
