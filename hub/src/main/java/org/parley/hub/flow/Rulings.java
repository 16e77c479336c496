package org.parley.hub.flow;

import java.util.Map;
import java.util.Optional;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Verdict;

/// Decides on what authorities rule themselves: a command, since it lets others go on.
final class Rulings {

    private Rulings() {}

    static Verdict rule(Hearing hearing, Ruled ruled) {
        var known = hearing.find(ruled.consignment());
        if (known.isEmpty()) {
            return Hearing.refused(Hearing.unknown(ruled.consignment()));
        }
        if (known.get().concerns(ruled.authority())) {
            return Verdict.refused(
                    Marks.OWN_AUTHORITY, Map.of("organisation", ruled.authority().value()));
        }
        if (!hearing.isAuthority(ruled.authority())) {
            return Verdict.refused(
                    Marks.NOT_AN_AUTHORITY, Map.of("organisation", ruled.authority().value()));
        }
        var ended = Plans.ended(known.get());
        if (ended.isPresent()) {
            return Hearing.refused(ended.get());
        }
        if (ruled.validUntil() != null && ruled.validUntil().isBefore(hearing.heardAt())) {
            return Verdict.refused(
                    "flow.ruling-expired", Map.of("validUntil", ruled.validUntil().toString()));
        }
        return lines(known.get(), ruled)
                .map(Hearing::refused)
                .orElseGet(() -> Verdict.accepted(hearing.timeMarks()));
    }

    private static Optional<Refusal> lines(Consignment known, Ruled ruled) {
        for (var ruling : ruled.lines()) {
            var line = known.lines().get(ruling.line());
            if (line == null || line.dropped()) {
                return Optional.of(Plans.lineUnknown(known.consignment(), ruling.line()));
            }
            if (ruling.quantity() != null
                    && ruling.quantity().compareTo(line.item().quantity()) > 0) {
                return Optional.of(
                        new Refusal(
                                "flow.more-than-requested",
                                Map.of(
                                        "line", ruling.line(),
                                        "requested", line.item().quantity().toPlainString(),
                                        "unit", line.item().unit().name())));
            }
        }
        return Optional.empty();
    }
}
