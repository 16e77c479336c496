package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.ConsignmentWithdrawn;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.ManifestEntry;
import org.parley.hub.flow.Reference;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.ReviewReported;
import org.parley.hub.flow.ReviewState;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.RulingOutcome;
import org.parley.kernel.id.PartnerId;

/// One consignment on paper: asked for, held, ruled on, withdrawn or given a place on a manifest.
/// What happens on the way is the [Journey]'s.
final class Life {

    private static final Duration VALID = Duration.ofDays(20);

    /// When the goods office registers the network; until then it often rules against all it sends.
    private static final LocalDate HARBOUR_AID_REGISTERED = LocalDate.of(2031, 5, 2);

    private final Order order;
    private final Dice dice;
    private final Instant asked;
    private final Setting setting;
    private int said;

    Life(Order order, Dice dice, Instant asked, Setting setting) {
        this.order = order;
        this.dice = dice;
        this.asked = asked;
        this.setting = setting;
    }

    void run() {
        request();
        if (dice.chance(0.025)) {
            var at = working(asked.plus(dice.around(Duration.ofHours(20), 0.6)));
            say(at, order.sender(), new ConsignmentWithdrawn(order.id(), "Goods found elsewhere"));
            return;
        }
        var ready = review();
        var allowed = new TreeMap<String, BigDecimal>();
        order.lines().forEach(line -> allowed.put(line.line(), line.quantity()));
        var ruledAt = ready;
        for (var authority : order.authorities()) {
            ruledAt = rule(authority, ruledAt, allowed);
        }
        allowed.values().removeIf(amount -> amount.signum() == 0);
        if (allowed.isEmpty()) {
            if (dice.chance(0.3)) {
                var at = working(ruledAt.plus(dice.around(Duration.ofHours(60), 0.5)));
                say(at, order.sender(), new ConsignmentWithdrawn(order.id(), "Ruled against"));
            }
        } else if (!dice.chance(0.035)) { // the others let their rulings expire
            enter(ruledAt, allowed);
        }
    }

    private void request() {
        var references =
                dice.chance(0.6)
                        ? List.of(new Reference("agency", "EX-%06d".formatted(order.number() * 7)))
                        : List.<Reference>of();
        say(
                asked,
                order.sender(),
                new ConsignmentRequested(
                        order.id(),
                        order.kind(),
                        order.sender(),
                        order.receiver(),
                        order.authorities(),
                        order.route().origin(),
                        order.destination().site(),
                        order.destination().area(),
                        order.route().corridor(),
                        World.day(asked).plusDays(dice.between(1, 4)),
                        order.priority(),
                        references,
                        List.of(),
                        order.lines()));
    }

    /// The first authority takes it up, and sometimes holds it. When it can be ruled on.
    private Instant review() {
        var authority = order.authorities().getFirst();
        var taken = working(asked.plus(dice.around(Duration.ofHours(5), 0.7)));
        if (dice.chance(0.7)) {
            say(taken, authority, review(authority, ReviewState.UNDER_REVIEW, null));
        }
        if (!dice.chance(0.13)) {
            return taken;
        }
        var held = working(taken.plus(dice.around(Duration.ofHours(9), 0.6)));
        var why =
                dice.pick(
                        List.of(
                                "Packing list missing",
                                "Receiver's letter missing",
                                "Quantity queried",
                                "No reason given"));
        say(held, authority, review(authority, ReviewState.ON_HOLD, why));
        var released = working(held.plus(dice.around(Duration.ofHours(40), 0.6)));
        say(released, authority, review(authority, ReviewState.UNDER_REVIEW, null));
        return released;
    }

    private ReviewReported review(PartnerId authority, ReviewState state, @Nullable String reason) {
        return new ReviewReported(order.id(), authority, state, List.of(), reason);
    }

    /// The authority rules, and what it rules for is taken off `allowed`. When it did so last.
    private Instant rule(PartnerId authority, Instant from, SortedMap<String, BigDecimal> allowed) {
        boolean first = authority.equals(World.GOODS_OFFICE);
        var median = Duration.ofHours(first ? 66 : 20);
        var at = working(from.plus(dice.around(median, 0.55)));
        var rulings = new ArrayList<LineRuling>();
        boolean unregistered =
                first
                        && order.sender().equals(World.HARBOUR_AID)
                        && World.day(at).isBefore(HARBOUR_AID_REGISTERED)
                        && dice.chance(0.55);
        for (var line : order.lines()) {
            rulings.add(unregistered ? unauthorised(line) : ruling(line, first));
        }
        var code = (first ? "GO-" : "SO-") + order.number();
        say(at, authority, ruled(code, authority, rulings, at));
        boolean against = rulings.stream().anyMatch(r -> r.outcome() == RulingOutcome.AGAINST);
        if (against && dice.chance(0.25)) {
            at = working(at.plus(dice.around(Duration.ofHours(80), 0.4)));
            rulings.replaceAll(
                    ruling ->
                            new LineRuling(
                                    ruling.line(), RulingOutcome.FOR, null, List.of(), null));
            say(at, authority, ruled(code + "-R", authority, rulings, at));
        }
        for (var ruling : rulings) {
            allowed.merge(ruling.line(), amount(ruling), BigDecimal::min);
        }
        return at;
    }

    private Ruled ruled(String code, PartnerId authority, List<LineRuling> rulings, Instant at) {
        var conditions =
                dice.chance(0.12)
                        ? List.of("To be seen by the observers on arrival")
                        : List.<String>of();
        return new Ruled(code, order.id(), authority, rulings, conditions, at.plus(VALID));
    }

    private static LineRuling unauthorised(LineItem line) {
        return new LineRuling(
                line.line(),
                RulingOutcome.AGAINST,
                null,
                List.of(RefusalReason.ORG_NOT_AUTHORISED),
                null);
    }

    private LineRuling ruling(LineItem line, boolean first) {
        double against = order.contested(line) * (first ? 1 : 0.4) + 0.02;
        if (dice.chance(against)) {
            return new LineRuling(
                    line.line(), RulingOutcome.AGAINST, null, List.of(reason(line)), null);
        }
        var half = line.quantity().multiply(new BigDecimal("0.6")).setScale(0, RoundingMode.DOWN);
        if (dice.chance(0.07) && half.signum() > 0) {
            return new LineRuling(
                    line.line(),
                    RulingOutcome.IN_PART,
                    half,
                    List.of(dice.chance(0.7) ? RefusalReason.QUANTITY : RefusalReason.NONE_GIVEN),
                    null);
        }
        return new LineRuling(line.line(), RulingOutcome.FOR, null, List.of(), null);
    }

    private RefusalReason reason(LineItem line) {
        boolean contested = order.contested(line) > 0.15;
        return dice.weighted(
                List.of(
                        RefusalReason.DUAL_USE,
                        RefusalReason.NONE_GIVEN,
                        RefusalReason.OUTSIDE_SCOPE,
                        RefusalReason.DOCUMENTS,
                        RefusalReason.QUANTITY,
                        RefusalReason.OTHER),
                contested ? 0.55 : 0.05,
                0.22,
                0.13,
                0.16,
                0.08,
                0.04);
    }

    private BigDecimal amount(LineRuling ruling) {
        return switch (ruling.outcome()) {
            case FOR -> item(ruling.line()).quantity();
            case IN_PART -> ruling.quantity() == null ? BigDecimal.ZERO : ruling.quantity();
            case AGAINST -> BigDecimal.ZERO;
        };
    }

    private LineItem item(String line) {
        return order.lines().stream()
                .filter(item -> item.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    /// A place on a manifest while the rulings hold, and the way in from there.
    private void enter(Instant ruledAt, SortedMap<String, BigDecimal> allowed) {
        var earliest = World.day(ruledAt.plus(dice.around(Duration.ofHours(30), 0.6))).plusDays(1);
        double share =
                allowed.entrySet().stream()
                                .mapToDouble(
                                        entry ->
                                                entry.getValue().doubleValue()
                                                        / item(entry.getKey())
                                                                .quantity()
                                                                .doubleValue())
                                .sum()
                        / order.lines().size();
        int trucks = order.trucks(share);
        var latest = World.day(ruledAt.plus(VALID).minus(Duration.ofDays(3)));
        setting.yard()
                .place(order.route(), earliest, latest, trucks)
                .ifPresent(
                        day -> {
                            setting.yard().list(order.route(), day, entries(allowed));
                            new Journey(order, dice, day, trucks, allowed, setting).run();
                        });
    }

    private List<ManifestEntry> entries(SortedMap<String, BigDecimal> allowed) {
        return allowed.entrySet().stream()
                .map(
                        entry ->
                                new ManifestEntry(
                                        order.id(), entry.getKey(), entry.getValue(), null, null))
                .toList();
    }

    /// Offices work from six to sixteen.
    private Instant working(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        if (hour >= 6 && hour < 16) {
            return at;
        }
        var day = World.day(at).plusDays(hour < 6 ? 0 : 1);
        return World.at(day, dice.between(6, 11), dice.between(0, 59));
    }

    private <B extends Record & FlowBody> void say(Instant at, PartnerId by, B body) {
        setting.script()
                .accept(
                        new Line<>(
                                at,
                                at,
                                "%s/paper/%d".formatted(order.id(), said++),
                                by,
                                order.label(by),
                                body));
    }
}
