package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.id.PartnerId;

/// Somebody says where an organisation's registration with an authority stands. Authority and
/// organisation may say different things; both are kept.
public record RegistrationReported(
        @Classed(HEADER) PartnerId partner,
        @Classed(HEADER) PartnerId authority,
        @Classed(COARSE) RegistrationStatus status,
        @Classed(COARSE) LocalDate since,
        @Classed(OPERATIONAL) @Nullable String reason)
        implements Body {

    @Override
    public String subject() {
        return "partner/" + partner;
    }
}
