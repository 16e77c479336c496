package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// A date, or days from one to another, as it was said and as it was resolved: "Thursday", resolved
/// to 2025-10-23, inferred. Both ends are included; an open end is null.
///
/// @param inferred whether the resolution is a reader's and not the speaker's own
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaidDate(
        @Nullable String asSaid,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean inferred) {

    public SaidDate {
        Checked.optionalText("date.asSaid", asSaid, 200);
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidValue(
                    "date",
                    "value.date-ends-first",
                    "ends on {to}, before it begins on {from}",
                    to,
                    from);
        }
        if (asSaid == null && from == null && to == null) {
            throw new InvalidValue("date", "value.date-empty", "must say something");
        }
    }
}
