package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// How far a partner's representation at the center has come on a day, and how many people it has.
///
/// @param approximate whether the headcount was given as "about"
public record SeatReported(
        @Classed(HEADER) PartnerId partner,
        @Classed(HEADER) SeatStage stage,
        @Classed(HEADER) LocalDate on,
        @Classed(COARSE) @Nullable Integer headcount,
        @Classed(COARSE) boolean approximate)
        implements Body {

    public SeatReported {
        if (headcount != null && headcount < 0) {
            throw new InvalidValue(
                    "headcount", "value.negative", "must not be negative, was {was}", headcount);
        }
    }

    @Override
    public String subject() {
        return "partner/" + partner;
    }
}
