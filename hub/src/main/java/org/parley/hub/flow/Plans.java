package org.parley.hub.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Verdict;

/// Decides on manifests, legs and plans for loads: commands.
final class Plans {

    private Plans() {}

    static Optional<Refusal> ended(Consignment known) {
        if (known.withdrawn()) {
            return Optional.of(
                    new Refusal("flow.withdrawn", Map.of("consignment", known.consignment())));
        }
        return known.closed()
                ? Optional.of(
                        new Refusal("flow.closed", Map.of("consignment", known.consignment())))
                : Optional.empty();
    }

    static Refusal lineUnknown(String consignment, String line) {
        return new Refusal(Marks.LINE_UNKNOWN, Map.of("line", line, "consignment", consignment));
    }

    static Verdict manifest(Hearing hearing, Manifested wanted) {
        var owner = hearing.around().manifestOwner(hearing.operation(), wanted.manifest());
        if (owner.isPresent() && !owner.get().equals(hearing.originator())) {
            return Verdict.refused(
                    "flow.manifest-of-another", Map.of("manifest", wanted.manifest()));
        }
        if (owner.isEmpty() && wanted.entries().isEmpty()) {
            return Verdict.refused("flow.manifest-empty", Map.of("manifest", wanted.manifest()));
        }
        var early = hearing.beforeAgreement(wanted.day());
        if (early.isPresent()) {
            return Hearing.refused(early.get());
        }
        for (var entry : wanted.entries()) {
            var refusal = entry(hearing, wanted.manifest(), entry);
            if (refusal.isPresent()) {
                return Hearing.refused(refusal.get());
            }
        }
        return Verdict.accepted(hearing.timeMarks());
    }

    private static Optional<Refusal> entry(Hearing hearing, String manifest, ManifestEntry entry) {
        var known = hearing.find(entry.consignment());
        if (known.isEmpty()) {
            return Optional.of(Hearing.unknown(entry.consignment()));
        }
        var ended = ended(known.get());
        if (ended.isPresent()) {
            return ended;
        }
        if (known.get().isOnHold()) {
            return Optional.of(
                    new Refusal("flow.on-hold", Map.of("consignment", entry.consignment())));
        }
        var line = known.get().lines().get(entry.line());
        if (line == null || line.dropped()) {
            return Optional.of(lineUnknown(entry.consignment(), entry.line()));
        }
        var quantity = Counting.inUnit(entry.goods(), line.item().unit());
        if (quantity.isEmpty()) {
            return Optional.of(
                    new Refusal(
                            Marks.UNIT_DOES_NOT_CONVERT,
                            Map.of("line", entry.line(), "unit", line.item().unit().name())));
        }
        var total = quantity.get().add(line.manifestedBut(manifest));
        return ruledFor(known.get(), line, total, hearing.heardAt());
    }

    /// Every authority that was asked must have ruled, and every one that ruled must be for so
    /// much.
    private static Optional<Refusal> ruledFor(
            Consignment known, Consignment.Line line, BigDecimal total, Instant at) {
        var facts = Map.of("line", line.item().line(), "consignment", known.consignment());
        for (var authority : known.authorities()) {
            if (!line.rulings().containsKey(authority.value())) {
                return Optional.of(
                        new Refusal(
                                "flow.no-ruling",
                                Map.of(
                                        "line", line.item().line(),
                                        "authority", authority.value())));
            }
        }
        if (line.rulings().values().stream().anyMatch(ruling -> ruling.expired(at))) {
            return Optional.of(new Refusal("flow.ruling-has-expired", facts));
        }
        var most = line.allowed(at);
        if (most.isPresent() && total.compareTo(most.get()) > 0) {
            return Optional.of(new Refusal("flow.more-than-ruled-for", facts));
        }
        return total.compareTo(line.item().quantity()) > 0
                ? Optional.of(
                        new Refusal(
                                "flow.more-than-requested",
                                Map.of(
                                        "line", line.item().line(),
                                        "requested", line.item().quantity().toPlainString(),
                                        "unit", line.item().unit().name())))
                : Optional.empty();
    }

    static Verdict leg(Hearing hearing, LegPlanned wanted) {
        var known = hearing.find(wanted.consignment());
        if (known.isEmpty()) {
            return Hearing.refused(Hearing.unknown(wanted.consignment()));
        }
        var refusal =
                ended(known.get())
                        .or(() -> hearing.forbids(wanted.carrier(), wanted.from()))
                        .or(() -> hearing.forbids(wanted.carrier(), wanted.to()))
                        .or(() -> goods(known.get(), wanted.goods()));
        return refusal.map(Hearing::refused).orElseGet(() -> Verdict.accepted(hearing.timeMarks()));
    }

    private static Optional<Refusal> goods(Consignment known, List<Goods> wanted) {
        for (var goods : wanted) {
            var line = known.lines().get(goods.line());
            if (line == null || line.dropped()) {
                return Optional.of(lineUnknown(known.consignment(), goods.line()));
            }
            var unit = line.item().unit();
            if (Counting.inUnit(goods, unit).isEmpty()) {
                return Optional.of(
                        new Refusal(
                                Marks.UNIT_DOES_NOT_CONVERT,
                                Map.of("line", goods.line(), "unit", unit.name())));
            }
        }
        return Optional.empty();
    }

    static Verdict loads(Hearing hearing, LoadsPlanned wanted) {
        for (var goods : all(wanted)) {
            var known = hearing.find(goods.consignment());
            if (known.isEmpty()) {
                return Hearing.refused(Hearing.unknown(goods.consignment()));
            }
            var ended = ended(known.get());
            if (ended.isPresent()) {
                return Hearing.refused(ended.get());
            }
            if (!known.get().lines().containsKey(goods.line())) {
                return Hearing.refused(lineUnknown(goods.consignment(), goods.line()));
            }
        }
        if (!fits(wanted)) {
            return Verdict.refused(
                    "flow.loads-do-not-fit", Map.of("change", wanted.change().code()));
        }
        if (!balances(wanted)) {
            return Verdict.refused(Marks.DOES_NOT_BALANCE, Map.of("plan", wanted.plan()));
        }
        return hearing.forbids(hearing.originator(), wanted.place())
                .map(Hearing::refused)
                .orElseGet(() -> Verdict.accepted(hearing.timeMarks()));
    }

    static List<LoadGoods> all(LoadsChange change) {
        return Stream.concat(change.taken().stream(), change.made().stream()).toList();
    }

    /// One into several is a split, several into one a merge; a transload is any onto any.
    private static boolean fits(LoadsChange change) {
        long taken = change.taken().stream().map(LoadGoods::load).distinct().count();
        long made = change.made().stream().map(LoadGoods::load).distinct().count();
        return switch (change.change()) {
            case SPLIT -> taken == 1 && made > 1;
            case MERGE -> taken > 1 && made == 1;
            case TRANSLOAD -> true;
        };
    }

    /// Whether of every line as much comes out as goes in.
    static boolean balances(LoadsChange change) {
        return sums(change.taken()).equals(sums(change.made()));
    }

    private static Map<String, BigDecimal> sums(List<LoadGoods> all) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var goods : all) {
            sums.merge(goods.consignment() + "/" + goods.line(), goods.quantity(), BigDecimal::add);
        }
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }
}
