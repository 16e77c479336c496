package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// An organisation holds a role from a day on, by an instrument that says so.
///
/// @param instrument what empowers it: an agreement's provision, a resolution, a letter
/// @param empowersTo what the instrument lets it do, in its own words
/// @param until the last day; null while it goes on
public record RoleHeld(
        @Classed(HEADER) PartnerId partner,
        @Classed(HEADER) PartnerRole role,
        @Classed(HEADER) LocalDate from,
        @Classed(HEADER) @Nullable LocalDate until,
        @Classed(HEADER) @Nullable String instrument,
        @Classed(HEADER) @Nullable String empowersTo)
        implements Body {

    public RoleHeld {
        if (until != null && until.isBefore(from)) {
            throw new InvalidValue(
                    "until", "value.until-first", "{until} is before from {from}", until, from);
        }
    }

    @Override
    public String subject() {
        return "partner/" + partner;
    }
}
