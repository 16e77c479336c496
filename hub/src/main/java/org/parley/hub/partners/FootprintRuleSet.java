package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// A rule on who may not be where: one organisation, or all of a kind, in an area.
///
/// @param area an area's id; everything inside it is meant
/// @param instrument where the rule stands
/// @param lifted true when the rule no longer holds
public record FootprintRuleSet(
        @Classed(HEADER) String rule,
        @Classed(HEADER) @Nullable PartnerId partner,
        @Classed(HEADER) @Nullable PartnerKind kind,
        @Classed(HEADER) String area,
        @Classed(HEADER) @Nullable String instrument,
        @Classed(HEADER) boolean lifted)
        implements Body {

    public FootprintRuleSet {
        if ((partner == null) == (kind == null)) {
            throw new InvalidValue(
                    "partner",
                    "value.partner-or-kind",
                    "name either a partner or a kind of partner");
        }
    }

    @Override
    public String subject() {
        return "footprint-rule/" + rule;
    }
}
