package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentClosed;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LoadChange;
import org.parley.hub.flow.LoadGoods;
import org.parley.hub.flow.LoadsChanged;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.ReceiptReason;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.ReceivedLine;
import org.parley.hub.flow.Step;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// One consignment from the crossing's yard to those it is for.
final class Delivery {

    private final Order order;
    private final Dice dice;
    private final Instant offloaded;
    private final SortedMap<String, BigDecimal> inYard;
    private final List<String> loads;
    private final Setting setting;
    private Instant closesAfter;
    private boolean unsettled;
    private int said;

    /// @param counted when the last word on what was offloaded is heard
    /// @param unsettled whether something is already unaccounted for
    Delivery(
            Order order,
            Dice dice,
            Instant offloaded,
            SortedMap<String, BigDecimal> carried,
            List<String> loads,
            Instant counted,
            boolean unsettled,
            Setting setting) {
        this.order = order;
        this.dice = dice;
        this.offloaded = offloaded;
        this.inYard = new TreeMap<>(carried);
        this.loads = loads;
        this.closesAfter = counted;
        this.unsettled = unsettled;
        this.setting = setting;
    }

    void run() {
        damageInYard();
        var at = daylight(offloaded.plus(dice.around(Duration.ofHours(28), 0.8)));
        var merged = merged(at.minus(Duration.ofMinutes(50)));
        boolean twice = merged == null && loads.isEmpty() && dice.chance(0.2);
        var last = at;
        if (twice) {
            var first = new TreeMap<String, BigDecimal>();
            inYard.forEach((line, amount) -> first.put(line, Journey.share(amount, 0.5)));
            first.values().removeIf(amount -> amount.signum() == 0);
            if (!first.isEmpty()) {
                bring(at, first, null);
                first.forEach((line, amount) -> inYard.merge(line, amount, BigDecimal::subtract));
                last = daylight(at.plus(dice.around(Duration.ofHours(26), 0.5)));
            }
        }
        if (twice && dice.chance(0.1)) {
            return; // the rest is still in the yard and nobody says why
        }
        var arrived = bring(last, inYard, merged);
        if (arrived != null && dice.chance(0.75)) {
            var settled = arrived.isAfter(closesAfter) ? arrived : closesAfter;
            close(settled.plus(dice.around(Duration.ofHours(30), 0.7)));
        }
    }

    private void damageInYard() {
        if (!dice.chance(0.02)) {
            return;
        }
        var line = inYard.firstKey();
        var spoilt = Journey.share(inYard.getOrDefault(line, BigDecimal.ZERO), 0.04);
        if (spoilt.signum() > 0 && loads.isEmpty()) {
            say(
                    offloaded.plus(Duration.ofHours(9)),
                    offloaded.plus(Duration.ofHours(9)),
                    keeper(),
                    new GoodsReported(
                            order.id(),
                            Step.DAMAGED,
                            List.of(new Goods(line, spoilt, null, null, null)),
                            Node.YARD,
                            null,
                            order.route().crossing(),
                            null,
                            List.of(),
                            "Rain",
                            null));
            inYard.merge(line, spoilt, BigDecimal::subtract);
        }
    }

    private PartnerId keeper() {
        return order.kind() == AssistanceKind.HUMANITARIAN ? World.AGENCY : order.mover();
    }

    /// In the yard loads of several trucks are sometimes put together. The load that came of it.
    private @Nullable String merged(Instant at) {
        if (loads.isEmpty() || !dice.chance(0.35)) {
            return null;
        }
        var line = inYard.firstKey();
        var amount = inYard.getOrDefault(line, BigDecimal.ZERO);
        var each = Journey.split(amount, loads.size());
        var taken = new ArrayList<LoadGoods>();
        for (int i = 0; i < loads.size(); i++) {
            if (each.get(i).signum() > 0) {
                taken.add(new LoadGoods(loads.get(i), order.id(), line, each.get(i)));
            }
        }
        var load = "LD-%d-M".formatted(order.number());
        say(
                at,
                at,
                keeper(),
                new LoadsChanged(
                        "MG-" + order.number(),
                        null,
                        LoadChange.MERGE,
                        Node.YARD,
                        null,
                        List.of(),
                        taken,
                        List.of(new LoadGoods(load, order.id(), line, amount))));
        return load;
    }

    /// Collected, perhaps stopped on the way, received, handed out. When; null where nothing came.
    private @Nullable Instant bring(
            Instant at, SortedMap<String, BigDecimal> amounts, @Nullable String merged) {
        collect(at, amounts, merged);
        var underWay = new TreeMap<>(amounts);
        if (dice.chance(0.045)) {
            intercept(at.plus(Duration.ofMinutes(dice.between(20, 150))), underWay);
        }
        underWay.values().removeIf(amount -> amount.signum() == 0);
        if (underWay.isEmpty()) {
            return null;
        }
        var arrived = at.plus(dice.around(Duration.ofHours(4), 0.6));
        receive(arrived, underWay);
        boolean handsOut = order.kind() == AssistanceKind.HUMANITARIAN && dice.chance(0.85);
        if (!handsOut) {
            return arrived;
        }
        var out = daylight(arrived.plus(dice.around(Duration.ofHours(60), 0.6)));
        report(out, Step.DISTRIBUTED, underWay, null, null, order.destination().site(), null);
        return out;
    }

    private void collect(
            Instant at, SortedMap<String, BigDecimal> amounts, @Nullable String merged) {
        var taken = new TreeMap<>(amounts);
        if (merged == null && loads.isEmpty() && dice.chance(0.015)) {
            taken.replaceAll((_, amount) -> amount.add(BigDecimal.valueOf(dice.between(1, 4))));
            unsettled = true; // more is said to be collected than was said to be offloaded
        }
        var goods = new ArrayList<Goods>();
        taken.forEach(
                (line, amount) -> {
                    if (merged != null) {
                        goods.add(new Goods(line, amount, null, merged, null));
                    } else if (loads.isEmpty()) {
                        goods.add(new Goods(line, amount, null, null, null));
                    } else {
                        var each = Journey.split(amount, loads.size());
                        for (int i = 0; i < loads.size(); i++) {
                            if (each.get(i).signum() > 0) {
                                goods.add(new Goods(line, each.get(i), null, loads.get(i), null));
                            }
                        }
                    }
                });
        say(
                at,
                at,
                order.receiver(),
                new GoodsReported(
                        order.id(),
                        Step.COLLECTED,
                        goods,
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
        double share = dice.chance(0.4) ? 1 : 0.2 + 0.6 * dice.share();
        var lost = new TreeMap<String, BigDecimal>();
        underWay.forEach(
                (line, amount) ->
                        lost.put(line, share == 1 ? amount : Journey.share(amount, share)));
        lost.values().removeIf(amount -> amount.signum() == 0);
        if (!lost.isEmpty()) {
            report(at, Step.INTERCEPTED, lost, Node.INSIDE, how, null, null);
            lost.forEach((line, amount) -> underWay.merge(line, amount, BigDecimal::subtract));
        }
    }

    /// The receiver's word on what came; some of it days late.
    private void receive(Instant at, SortedMap<String, BigDecimal> underWay) {
        var lines = new ArrayList<ReceivedLine>();
        for (var line : List.copyOf(underWay.keySet())) {
            var amount = underWay.getOrDefault(line, BigDecimal.ZERO);
            var missing = dice.chance(0.06) ? some(amount, 0.03) : BigDecimal.ZERO;
            var damaged = dice.chance(0.035) ? some(amount, 0.02) : BigDecimal.ZERO;
            var good = amount.subtract(missing).subtract(damaged).max(BigDecimal.ZERO);
            var reasons = new ArrayList<ReceiptReason>();
            if (missing.signum() > 0) {
                unsettled = true;
                reasons.add(
                        dice.pick(
                                List.of(
                                        ReceiptReason.TAKEN_ON_THE_WAY,
                                        ReceiptReason.NOT_LOADED,
                                        ReceiptReason.MISCOUNTED,
                                        ReceiptReason.UNKNOWN)));
            }
            if (damaged.signum() > 0) {
                reasons.add(dice.pick(List.of(ReceiptReason.BROKEN, ReceiptReason.WET)));
            }
            lines.add(
                    new ReceivedLine(line, good, orNull(damaged), orNull(missing), reasons, null));
            underWay.put(line, good);
        }
        underWay.values().removeIf(amount -> amount.signum() == 0);
        var heard = dice.chance(0.08) ? at.plus(dice.around(Duration.ofHours(44), 0.5)) : at;
        closesAfter = heard.isAfter(closesAfter) ? heard : closesAfter;
        say(
                heard,
                at,
                order.receiver(),
                new ReceiptReported(order.id(), lines, order.destination().site(), null));
    }

    private static BigDecimal some(BigDecimal amount, double share) {
        return Journey.share(amount, share).max(BigDecimal.ONE).min(amount);
    }

    private static @Nullable BigDecimal orNull(BigDecimal amount) {
        return amount.signum() == 0 ? null : amount;
    }

    private void close(Instant at) {
        say(
                at,
                at,
                order.receiver(),
                new ConsignmentClosed(
                        order.id(), unsettled ? "The difference could not be traced" : null));
    }

    private void report(
            Instant at,
            Step step,
            SortedMap<String, BigDecimal> amounts,
            @Nullable Node node,
            @Nullable Interception how,
            @Nullable String place,
            @Nullable String reason) {
        if (amounts.isEmpty()) {
            return;
        }
        var goods = new ArrayList<Goods>();
        amounts.forEach((line, amount) -> goods.add(new Goods(line, amount, null, null, null)));
        say(
                at,
                at,
                order.receiver(),
                new GoodsReported(
                        order.id(),
                        step,
                        goods,
                        node,
                        how,
                        null,
                        place,
                        List.of(),
                        reason,
                        (StatementId) null));
    }

    private Instant daylight(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        if (hour >= 6 && hour < 17) {
            return at;
        }
        var day = World.day(at).plusDays(hour < 6 ? 0 : 1);
        return World.at(day, dice.between(6, 9), dice.between(0, 59));
    }

    private <B extends Record & FlowBody> void say(
            Instant heard, Instant claimed, PartnerId by, B body) {
        setting.script()
                .accept(
                        new Line<>(
                                heard,
                                claimed,
                                "%s/in/%d".formatted(order.id(), said++),
                                by,
                                order.label(by),
                                body));
    }
}
