package org.parley.hub.partners;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// Checks plans, movements and reports against the footprint rules.
public final class Footprint {

    private Footprint() {}

    static boolean concerns(
            List<FootprintRule> rules, PartnerId organisation, @Nullable PartnerKind kind) {
        return rules.stream().anyMatch(rule -> rule.concerns(organisation, kind));
    }

    /// The first rule that forbids the organisation a place. It fails closed: a place that is in no
    /// known area is treated as inside every forbidden one.
    ///
    /// @param kind the organisation's kind; null when it is not known
    /// @param areas the areas that the place lies in, from the smallest outwards; empty when
    ///     unknown
    public static Optional<FootprintRule> broken(
            List<FootprintRule> rules,
            PartnerId organisation,
            @Nullable PartnerKind kind,
            Set<String> areas) {
        return rules.stream()
                .filter(rule -> rule.concerns(organisation, kind))
                .filter(rule -> areas.isEmpty() || areas.contains(rule.area()))
                .findFirst();
    }
}
