package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// An organisation says where it works and on which days. Lists and maps give it exact positions of
/// others' sites there and then, and nowhere else (trust.md 5.3, rule 3). What it says of the same
/// area later replaces this.
///
/// @param area the area, with all that lies in it
/// @param until the last day, included; at most [#MOST_DAYS] days from the first
public record WorkingAreaDeclared(
        @Classed(HEADER) String area,
        @Classed(HEADER) LocalDate from,
        @Classed(HEADER) LocalDate until)
        implements Body {

    /// After so long it has to be said again.
    public static final int MOST_DAYS = 184;

    public WorkingAreaDeclared {
        TextForm.SLUG.required("area", area);
        Checked.given("from", from);
        Checked.given("until", until);
        if (until.isBefore(from)) {
            throw new InvalidValue(
                    "until", "value.until-first", "{until} is before from {from}", until, from);
        }
        if (ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
            throw new InvalidValue(
                    "until", "value.span", "must be less than {most} days after from", MOST_DAYS);
        }
    }

    @Override
    public String subject() {
        return "working-area/" + area;
    }
}
