package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;

/// An organisation takes part: what it is and what it is called.
public record OrganisationDescribed(
        @Classed(HEADER) PartnerId partner,
        @Classed(HEADER) PartnerKind kind,
        @Classed(HEADER) Names names)
        implements Body {

    @Override
    public String subject() {
        return "partner/" + partner;
    }
}
