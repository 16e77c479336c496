package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.harm.WeaponsScreen;

/// Decides on requests and on what requesters do with them: commands.
final class Requests {

    private Requests() {}

    static Verdict ask(Hearing hearing, ConsignmentRequested asked) {
        if (hearing.consignments().containsKey(asked.consignment())) {
            return Verdict.refused(
                    "flow.consignment-exists", Map.of("consignment", asked.consignment()));
        }
        for (var authority : asked.authorities()) {
            if (authority.equals(asked.sender()) || authority.equals(asked.receiver())) {
                return Verdict.refused(
                        Marks.OWN_AUTHORITY, Map.of("organisation", authority.value()));
            }
        }
        var goods = goods(asked.lines());
        if (goods.isPresent()) {
            return Hearing.refused(goods.get());
        }
        for (var reference : asked.references()) {
            if (hearing.around().isTaken(hearing.operation(), hearing.originator(), reference)) {
                return Verdict.refused(
                        "flow.reference-taken",
                        Map.of("scheme", reference.scheme(), "value", reference.value()));
            }
        }
        return hearing.beforeAgreement(asked.readyOn())
                .or(() -> hearing.forbids(asked.sender(), asked.origin()))
                .or(() -> hearing.forbids(asked.receiver(), destination(asked)))
                .map(Hearing::refused)
                .orElseGet(() -> Verdict.accepted(hearing.timeMarks()));
    }

    private static @Nullable String destination(ConsignmentRequested asked) {
        return asked.destination() == null ? asked.destinationArea() : asked.destination();
    }

    private static Optional<Refusal> goods(List<LineItem> lines) {
        for (var line : lines) {
            if (CargoCategories.isOutsideTheHub(line.category())
                    || line.texts().anyMatch(text -> WeaponsScreen.find(text).isPresent())) {
                return Optional.of(
                        new Refusal("flow.weapons-outside-the-hub", Map.of("line", line.line())));
            }
            if (!CargoCategories.KNOWN.contains(line.category())) {
                return Optional.of(
                        new Refusal(
                                "flow.category-unknown",
                                Map.of("line", line.line(), "category", line.category())));
            }
        }
        return Optional.empty();
    }

    static Verdict amend(Hearing hearing, ConsignmentAmended asked) {
        var known = hearing.find(asked.consignment());
        var refusal =
                mine(hearing, known, asked.consignment())
                        .or(() -> goods(asked.lines()))
                        .or(() -> hearing.beforeAgreement(asked.readyOn()));
        if (refusal.isPresent() || known.isEmpty()) {
            return Hearing.refused(refusal.orElseThrow());
        }
        var lines = known.get().lines();
        for (var item : asked.lines()) {
            var line = lines.get(item.line());
            if (line != null && line.item().unit() != item.unit()) {
                return Verdict.refused(
                        "flow.unit-stays",
                        Map.of("line", item.line(), "unit", line.item().unit().name()));
            }
            if (line != null && moved(line).compareTo(item.quantity()) > 0) {
                return Verdict.refused("flow.less-than-moved", Map.of("line", item.line()));
            }
        }
        for (var dropped : asked.dropped()) {
            var line = lines.get(dropped);
            if (line == null || line.dropped()) {
                return Verdict.refused(
                        Marks.LINE_UNKNOWN,
                        Map.of("line", dropped, "consignment", asked.consignment()));
            }
            if (moved(line).signum() > 0) {
                return Verdict.refused("flow.less-than-moved", Map.of("line", dropped));
            }
        }
        return Verdict.accepted(hearing.timeMarks());
    }

    /// The most of the line that any step was reported of: so much has moved at least.
    private static BigDecimal moved(Consignment.Line line) {
        var ledger = line.ledger();
        return ledger.of(Measure.DISPATCHED)
                .max(ledger.of(Measure.OFFLOADED))
                .max(ledger.of(Measure.COLLECTED))
                .max(ledger.of(Measure.ARRIVED));
    }

    static Verdict withdraw(Hearing hearing, ConsignmentWithdrawn asked) {
        var known = hearing.find(asked.consignment());
        var refusal = mine(hearing, known, asked.consignment());
        if (refusal.isPresent() || known.isEmpty()) {
            return Hearing.refused(refusal.orElseThrow());
        }
        boolean moving =
                known.get().lines().values().stream().anyMatch(line -> moved(line).signum() > 0);
        return moving
                ? Verdict.refused("flow.already-moving", Map.of("consignment", asked.consignment()))
                : Verdict.accepted(hearing.timeMarks());
    }

    private static Optional<Refusal> mine(
            Hearing hearing, Optional<Consignment> known, String consignment) {
        if (known.isEmpty()) {
            return Optional.of(Hearing.unknown(consignment));
        }
        if (!hearing.originator().equals(known.get().requester())
                && !hearing.originator().equals(known.get().sender())) {
            return Optional.of(new Refusal("flow.not-yours", Map.of("consignment", consignment)));
        }
        return Plans.ended(known.get());
    }

    static Verdict close(Hearing hearing, ConsignmentClosed asked) {
        var known = hearing.find(asked.consignment());
        if (known.isEmpty()) {
            return Hearing.refused(Hearing.unknown(asked.consignment()));
        }
        if (!known.get().concerns(hearing.originator())) {
            return Verdict.refused("flow.not-yours", Map.of("consignment", asked.consignment()));
        }
        var ended = Plans.ended(known.get());
        if (ended.isPresent()) {
            return Hearing.refused(ended.get());
        }
        var open =
                known.get().lines().values().stream()
                        .filter(line -> !line.dropped() && !line.ledger().isSettled())
                        .findFirst();
        return open.isPresent() && asked.explanation() == null
                ? Verdict.refused("flow.not-reconciled", Map.of("line", open.get().item().line()))
                : Verdict.accepted(hearing.timeMarks());
    }
}
