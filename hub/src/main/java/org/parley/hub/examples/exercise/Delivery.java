package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentClosed;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LegPlanned;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Step;

/// One consignment from the crossing's yard to those it is for.
final class Delivery {

    private final Order order;
    private final Dice dice;
    private final Mishaps mishaps;
    private final Reloading reloading;
    private final SortedMap<String, BigDecimal> inYard;
    private final Voice voice;
    private final Receipt receipt;

    /// @param inYard what was offloaded; less of it as it is carried on
    Delivery(
            Order order,
            Dice dice,
            Mishaps mishaps,
            Reloading reloading,
            SortedMap<String, BigDecimal> inYard,
            Setting setting) {
        this.order = order;
        this.dice = dice;
        this.mishaps = mishaps;
        this.reloading = reloading;
        this.inYard = inYard;
        this.voice = new Voice(order, "in", setting);
        this.receipt = new Receipt(order, dice, voice, setting);
    }

    /// @param counted when the last word on what was offloaded is heard
    /// @param unsettled whether something is already unaccounted for
    void run(Instant offloaded, List<String> loads, Instant counted, boolean unsettled) {
        receipt.waitFor(counted);
        if (unsettled) {
            receipt.unsettle();
        }
        damageInYard(offloaded, loads);
        ontoThePier(offloaded);
        var at = daylight(offloaded.plus(dice.around(Duration.ofHours(28), 0.8)));
        boolean merges = !loads.isEmpty() && dice.chance(0.35);
        var there =
                merges
                        ? List.of(
                                reloading.merge(
                                        at.minus(Duration.ofMinutes(50)),
                                        Mishaps.keeper(order),
                                        loads))
                        : loads;
        if (loads.isEmpty()) {
            mishaps.yard(at.minus(Duration.ofMinutes(70)), inYard);
        }
        boolean twice = there.isEmpty() && dice.chance(0.2);
        var last = at;
        if (twice) {
            var first = Portions.share(inYard, 0.5);
            if (!first.isEmpty()) {
                bring(at, first, there);
                Portions.take(first, inYard);
                last = daylight(at.plus(dice.around(Duration.ofHours(26), 0.5)));
            }
        }
        if (twice && dice.chance(0.1)) {
            return; // the rest is still in the yard and nobody says why
        }
        var arrived = bring(last, inYard, there);
        if (arrived != null && dice.chance(0.75)) {
            close(receipt.settled(arrived).plus(dice.around(Duration.ofHours(30), 0.7)));
        }
    }

    private void damageInYard(Instant offloaded, List<String> loads) {
        if (!dice.chance(0.02)) {
            return;
        }
        var line = inYard.firstKey();
        var spoilt = Portions.share(inYard.getOrDefault(line, BigDecimal.ZERO), 0.04);
        if (spoilt.signum() > 0 && loads.isEmpty()) {
            var keeper = Mishaps.keeper(order);
            voice.say(
                    offloaded.plus(Duration.ofHours(9)),
                    keeper,
                    new GoodsReported(
                            order.id(),
                            Step.DAMAGED,
                            List.of(new Goods(line, spoilt, null, null, null)),
                            Node.YARD,
                            null,
                            order.route().crossing(),
                            null,
                            List.of(),
                            Speech.of("rain", keeper),
                            null));
            inYard.merge(line, spoilt, BigDecimal::subtract);
        }
    }

    /// A company plans a leg to the pier, where no company may be.
    private void ontoThePier(Instant offloaded) {
        if (order.mover().equals(World.NORTHQUAY) && order.destination().equals(Order.Store.PIER)) {
            voice.refused(
                    offloaded.plus(Duration.ofMinutes(35)),
                    order.mover(),
                    new LegPlanned(
                            order.id(),
                            "2",
                            order.mover(),
                            order.route().crossing(),
                            order.destination().site(),
                            null,
                            null,
                            List.of()),
                    "flow.breaks-footprint-rule");
        }
    }

    /// Collected, perhaps stopped on the way, received, handed out. When; null where nothing came.
    private @Nullable Instant bring(
            Instant at, SortedMap<String, BigDecimal> amounts, List<String> loads) {
        collect(at, amounts, loads);
        var underWay = new TreeMap<>(amounts);
        if (dice.chance(0.045)) {
            intercept(at.plus(Duration.ofMinutes(dice.between(20, 150))), underWay);
        }
        if (underWay.isEmpty()) {
            return null;
        }
        mishaps.inside(at.plus(Duration.ofMinutes(25)), underWay);
        var arrived = at.plus(dice.around(Duration.ofHours(4), 0.6));
        receipt.of(arrived, underWay);
        boolean handsOut = order.kind() == AssistanceKind.HUMANITARIAN && dice.chance(0.85);
        if (!handsOut) {
            return arrived;
        }
        mishaps.store(arrived, underWay);
        var out = daylight(arrived.plus(dice.around(Duration.ofHours(60), 0.6)));
        report(out, Step.DISTRIBUTED, underWay, null, null, order.destination().site());
        return out;
    }

    private void collect(Instant at, SortedMap<String, BigDecimal> amounts, List<String> loads) {
        var taken = new TreeMap<>(amounts);
        if (loads.isEmpty() && dice.chance(0.015)) {
            taken.replaceAll((_, amount) -> amount.add(BigDecimal.valueOf(dice.between(1, 4))));
            receipt.unsettle(); // more is said to be collected than was said to be offloaded
        }
        receipt.say(
                at,
                at,
                new GoodsReported(
                        order.id(),
                        Step.COLLECTED,
                        Portions.goods(taken, loads),
                        null,
                        null,
                        order.route().crossing(),
                        null,
                        List.of(),
                        null,
                        null));
    }

    private void intercept(Instant at, SortedMap<String, BigDecimal> underWay) {
        var how = dice.chance(0.7) ? Interception.SELF_DISTRIBUTION : Interception.ARMED;
        var lost = Portions.share(underWay, dice.chance(0.4) ? 1 : 0.2 + 0.6 * dice.share());
        if (!lost.isEmpty()) {
            report(at, Step.INTERCEPTED, lost, Node.INSIDE, how, null);
            Portions.take(lost, underWay);
        }
    }

    private void close(Instant at) {
        voice.say(
                at,
                order.receiver(),
                new ConsignmentClosed(
                        order.id(),
                        receipt.unsettled() ? Speech.of("untraced", order.receiver()) : null));
    }

    private void report(
            Instant at,
            Step step,
            SortedMap<String, BigDecimal> amounts,
            @Nullable Node node,
            @Nullable Interception how,
            @Nullable String place) {
        if (!amounts.isEmpty()) {
            receipt.say(
                    at,
                    at,
                    new GoodsReported(
                            order.id(),
                            step,
                            Portions.goods(amounts, List.of()),
                            node,
                            how,
                            null,
                            place,
                            List.of(),
                            null,
                            null));
        }
    }

    private Instant daylight(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        if (hour >= 6 && hour < 17) {
            return at;
        }
        var day = World.day(at).plusDays(hour < 6 ? 0 : 1);
        return World.at(day, dice.between(6, 9), dice.between(0, 59));
    }
}
