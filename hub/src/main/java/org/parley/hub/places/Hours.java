package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// A window of a crossing's day in its local time, to the minute. One that goes on past midnight is
/// two, each on its own day.
///
/// @param flow null for every flow
/// @param category null for every category
/// @param until not included; `00:00` is the end of the day
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hours(
        @Nullable String flow,
        @Nullable String category,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime until) {

    public Hours {
        TextForm.SLUG.optional("hours.flow", flow);
        TextForm.SLUG.optional("hours.category", category);
        Checked.given("hours.from", from);
        Checked.given("hours.until", until);
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new InvalidValue(
                    "hours.until",
                    "value.hours",
                    "{until} is not after {from}; a window past midnight is two, one on each day",
                    until,
                    from);
        }
    }
}
