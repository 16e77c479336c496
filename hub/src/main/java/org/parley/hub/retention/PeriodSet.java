package org.parley.hub.retention;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// The operation keeps something for a purpose, and so many days. Shorter holds at once; longer is
/// a thing that two people say, and is marked.
///
/// @param keeps what: `exact`, `site`, `operational`, `record` or `reads`
/// @param days 1 to 36,500; counted as the rule says
/// @param purpose what it is kept for; without names of people
public record PeriodSet(
        @Classed(HEADER) String keeps, @Classed(HEADER) int days, @Classed(HEADER) String purpose)
        implements Body {

    private static final int MOST = 36_500;

    public PeriodSet {
        Kept.of(Checked.given("keeps", keeps));
        if (days < 1 || days > MOST) {
            throw new InvalidValue(
                    "days", "value.range", "must be {least} to {most}, was {was}", 1, MOST, days);
        }
        Checked.text("purpose", purpose, 500);
    }

    Kept kept() {
        return Kept.of(keeps);
    }

    @Override
    public String subject() {
        return "retention/" + keeps;
    }
}
