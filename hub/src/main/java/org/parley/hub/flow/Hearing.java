package org.parley.hub.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// One statement being decided, with all that the decision may look at.
///
/// @param consignments those that it is about and that are known, whoever may see them
record Hearing(
        OperationId operation,
        PartnerId originator,
        Label label,
        Instant claimedAt,
        Instant heardAt,
        Map<String, Consignment> consignments,
        Surroundings around) {

    static Hearing of(Said<?> said, Map<String, Consignment> consignments, Surroundings around) {
        return new Hearing(
                said.operation(),
                said.actor().organisation(),
                said.label(),
                said.claimedAt(),
                said.heardAt(),
                consignments,
                around);
    }

    /// The consignment, where it exists for who speaks. Nobody learns from an answer of one that
    /// was never addressed to them.
    Optional<Consignment> find(String consignment) {
        return Optional.ofNullable(consignments.get(consignment))
                .filter(
                        known ->
                                known.addressed().mayExistFor(originator)
                                        || known.concerns(originator)
                                        || known.authorities().contains(originator));
    }

    Optional<Refusal> forbids(@Nullable PartnerId organisation, @Nullable String place) {
        if (organisation == null || place == null) {
            return Optional.empty();
        }
        return around.broken(operation, organisation, place)
                .map(
                        rule ->
                                new Refusal(
                                        Marks.BREAKS_FOOTPRINT,
                                        Map.of(
                                                "organisation", organisation.value(),
                                                "rule", rule.rule(),
                                                "area", rule.area())));
    }

    Optional<Refusal> beforeAgreement(@Nullable LocalDate day) {
        return day != null && day.isBefore(firstDay())
                ? Optional.of(
                        new Refusal(
                                Marks.BEFORE_AGREEMENT,
                                Map.of("day", day.toString(), "from", firstDay().toString())))
                : Optional.empty();
    }

    private LocalDate firstDay() {
        return LocalDate.ofInstant(around.inEffectFrom(operation), ZoneOffset.UTC);
    }

    /// What is odd about when it is said to have been. A day's grace for clocks that differ.
    Set<String> timeMarks() {
        var marks = new TreeSet<String>();
        if (claimedAt.isBefore(around.inEffectFrom(operation))) {
            marks.add(Marks.BEFORE_AGREEMENT);
        }
        if (claimedAt.isAfter(heardAt.plus(Duration.ofDays(1)))) {
            marks.add(Marks.IN_THE_FUTURE);
        }
        return marks;
    }

    boolean isAuthority(PartnerId partner) {
        return around.isAuthority(operation, partner, LocalDate.ofInstant(heardAt, ZoneOffset.UTC));
    }

    static Refusal unknown(String consignment) {
        return new Refusal(Marks.CONSIGNMENT_UNKNOWN, Map.of("consignment", consignment));
    }

    static Verdict refused(Refusal why) {
        return new Verdict.Refused(why);
    }
}
