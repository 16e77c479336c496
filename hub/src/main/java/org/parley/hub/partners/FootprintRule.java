package org.parley.hub.partners;

import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// A rule in force: who may not be in which area.
public record FootprintRule(
        String rule,
        @Nullable PartnerId partner,
        @Nullable PartnerKind kind,
        String area,
        @Nullable String instrument) {

    /// Whether the rule concerns the organisation. It fails closed: an organisation whose kind is
    /// not known may be of the kind that the rule names.
    boolean concerns(PartnerId organisation, @Nullable PartnerKind kindOfIt) {
        if (partner != null) {
            return partner.equals(organisation);
        }
        return kindOfIt == null || kindOfIt == kind;
    }
}
