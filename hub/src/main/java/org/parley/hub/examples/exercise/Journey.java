package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.CustodyHandedOver;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LegPlanned;
import org.parley.hub.flow.LoadChange;
import org.parley.hub.flow.LoadGoods;
import org.parley.hub.flow.LoadsChanged;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Step;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// One consignment on its way in: loaded, inspected, offloaded, collected. The last part is the
/// [Delivery]'s.
final class Journey {

    private final Order order;
    private final Dice dice;
    private final LocalDate day;
    private final int trucks;
    private final Setting setting;
    private final SortedMap<String, BigDecimal> carried;
    private final List<String> vehicles;
    private boolean unsettled;
    private int said;

    Journey(
            Order order,
            Dice dice,
            LocalDate day,
            int trucks,
            SortedMap<String, BigDecimal> allowed,
            Setting setting) {
        this.order = order;
        this.dice = dice;
        this.day = day;
        this.trucks = trucks;
        this.setting = setting;
        this.carried = new TreeMap<>(allowed);
        this.vehicles = tokens(Math.min(trucks, 3), "V-");
    }

    void run() {
        if (dice.chance(0.02)) {
            return; // broke down before it was loaded; it stays on the manifest
        }
        var left = World.at(day, dice.between(1, 4), dice.between(0, 59));
        boolean transloads =
                (order.route() == Route.EAST || order.route() == Route.BRIDGE)
                        && order.lines().size() == 1
                        && trucks > 1
                        && dice.chance(0.6);
        var outer = transloads ? loads("O", trucks) : List.<String>of();
        boolean splits = !transloads && order.lines().size() == 1 && dice.chance(0.08);
        leave(left, splits ? List.of("LD-%d-W".formatted(order.number())) : outer);
        var inspected = left.plus(dice.around(Duration.ofMinutes(110), 0.4));
        say(
                inspected,
                World.GOODS_OFFICE,
                goods(Step.AT_INSPECTION, carried, List.of(), order.route().inspection(), null));
        setting.yard().count(World.day(inspected), Yard.Counted.SCREENED, trucks);
        var through = open(inspected.plus(dice.around(Duration.ofHours(5), 0.65)));
        if (turnedBack(through)) {
            return;
        }
        var inner = outer;
        if (splits) {
            inner = split(through.minus(Duration.ofMinutes(30)));
        }
        if (transloads) {
            inner = loads("I", trucks + dice.between(1, 3));
            transload(through.minus(Duration.ofMinutes(40)), outer, inner);
        }
        offload(through.plus(Duration.ofMinutes(dice.between(10, 50))), inner);
    }

    private void leave(Instant left, List<String> loads) {
        if (dice.chance(0.3)) {
            say(
                    World.at(day.minusDays(1), 17, dice.between(0, 59)),
                    order.mover(),
                    new LegPlanned(
                            order.id(),
                            "1",
                            order.mover(),
                            order.route().origin(),
                            order.route().inspection(),
                            left,
                            left.plus(Duration.ofHours(2)),
                            List.of()));
        }
        if (!order.mover().equals(order.sender()) && dice.chance(0.5)) {
            say(
                    left.minus(Duration.ofMinutes(35)),
                    order.sender(),
                    new CustodyHandedOver(
                            order.id(),
                            order.sender(),
                            order.mover(),
                            list(carried, List.of()),
                            "1",
                            null,
                            order.route().origin(),
                            vehicles));
        }
        say(
                left,
                order.mover(),
                new GoodsReported(
                        order.id(),
                        Step.DISPATCHED,
                        list(carried, loads),
                        null,
                        null,
                        null,
                        order.route().origin(),
                        vehicles,
                        null,
                        null));
    }

    /// At the inspection yard some loads are sent back, in part or whole. Whether nothing is left.
    private boolean turnedBack(Instant at) {
        if (!dice.chance(0.075)) {
            return false;
        }
        boolean whole = dice.chance(0.45);
        var back = new TreeMap<String, BigDecimal>();
        carried.forEach((line, amount) -> back.put(line, whole ? amount : share(amount, 0.35)));
        back.values().removeIf(amount -> amount.signum() == 0);
        if (back.isEmpty()) {
            return false;
        }
        var why =
                dice.pick(
                        List.of(
                                "Goods not as listed",
                                "Pallets above the permitted height",
                                "No reason given",
                                "Scanner out of order",
                                "Item not ruled for"));
        say(
                at.minus(Duration.ofMinutes(90)),
                World.GOODS_OFFICE,
                new GoodsReported(
                        order.id(),
                        Step.RETURNED,
                        list(back, List.of()),
                        Node.OUTSIDE,
                        null,
                        order.route().crossing(),
                        order.route().inspection(),
                        vehicles,
                        why,
                        null));
        back.forEach((line, amount) -> carried.merge(line, amount, BigDecimal::subtract));
        carried.values().removeIf(amount -> amount.signum() == 0);
        return carried.isEmpty();
    }

    /// From trucks outside onto vetted trucks; sometimes a little less comes out than went in.
    private void transload(Instant at, List<String> outer, List<String> inner) {
        var line = carried.firstKey();
        var amount = carried.get(line);
        if (amount == null) {
            return;
        }
        var made = amount;
        if (dice.chance(0.05) && amount.intValue() > 50) {
            made = amount.subtract(BigDecimal.valueOf(dice.between(1, 6)));
            carried.put(line, made);
            unsettled = true;
        }
        say(
                at,
                order.mover(),
                new LoadsChanged(
                        "TL-" + order.number(),
                        null,
                        LoadChange.TRANSLOAD,
                        Node.OUTSIDE,
                        order.route().inspection(),
                        vehicles,
                        parts(amount, outer, line),
                        parts(made, inner, line)));
    }

    /// One load becomes two smaller ones before the crossing.
    private List<String> split(Instant at) {
        var line = carried.firstKey();
        var amount = carried.getOrDefault(line, BigDecimal.ZERO);
        var made = loads("S", 2);
        if (amount.intValue() < 2) {
            return List.of();
        }
        say(
                at,
                order.mover(),
                new LoadsChanged(
                        "SP-" + order.number(),
                        null,
                        LoadChange.SPLIT,
                        Node.OUTSIDE,
                        order.route().inspection(),
                        vehicles,
                        parts(amount, List.of("LD-%d-W".formatted(order.number())), line),
                        parts(amount, made, line)));
        return made;
    }

    private List<LoadGoods> parts(BigDecimal amount, List<String> loads, String line) {
        var parts = new ArrayList<LoadGoods>();
        var each = split(amount, loads.size());
        for (int i = 0; i < loads.size(); i++) {
            if (each.get(i).signum() > 0) {
                parts.add(new LoadGoods(loads.get(i), order.id(), line, each.get(i)));
            }
        }
        return parts;
    }

    private void offload(Instant at, List<String> loads) {
        boolean humanitarian = order.kind() == AssistanceKind.HUMANITARIAN;
        var by = humanitarian ? World.AGENCY : order.mover();
        setting.yard().count(World.day(at), Yard.Counted.SEEN, trucks);
        if (humanitarian) {
            setting.yard().count(World.day(at), Yard.Counted.OFFLOADED_HUMANITARIAN, trucks);
        }
        var counted = at;
        boolean miscounted = loads.isEmpty() && dice.chance(0.05);
        if (miscounted) {
            var wrong = new TreeMap<>(carried);
            wrong.replaceAll((_, amount) -> amount.add(BigDecimal.valueOf(dice.between(1, 9))));
            var first = say(at, by, goods(Step.OFFLOADED, wrong, loads, null, null));
            counted = at.plus(dice.around(Duration.ofHours(14), 0.5));
            if (order.number() % 40 == 0) { // a second hand counts again, and otherwise: a fork
                unsettled = true;
                say(
                        counted.minus(Duration.ofMinutes(5)),
                        by,
                        goods(Step.OFFLOADED, wrong, loads, null, first));
            }
            say(counted, by, goods(Step.OFFLOADED, carried, loads, null, first));
        } else {
            say(at, by, goods(Step.OFFLOADED, carried, loads, null, null));
        }
        new Delivery(order, dice, at, carried, loads, counted, unsettled, setting).run();
    }

    private GoodsReported goods(
            Step step,
            SortedMap<String, BigDecimal> amounts,
            List<String> loads,
            @Nullable String place,
            @Nullable StatementId corrects) {
        return new GoodsReported(
                order.id(),
                step,
                list(amounts, loads),
                null,
                (Interception) null,
                order.route().crossing(),
                place,
                vehicles,
                corrects == null ? null : "Counted again",
                corrects);
    }

    private static List<Goods> list(SortedMap<String, BigDecimal> amounts, List<String> loads) {
        var goods = new ArrayList<Goods>();
        amounts.forEach(
                (line, amount) -> {
                    if (loads.isEmpty()) {
                        goods.add(new Goods(line, amount, null, null, null));
                        return;
                    }
                    var each = split(amount, loads.size());
                    for (int i = 0; i < loads.size(); i++) {
                        if (each.get(i).signum() > 0) {
                            goods.add(new Goods(line, each.get(i), null, loads.get(i), null));
                        }
                    }
                });
        return goods;
    }

    /// Whole units, as even as they come.
    static List<BigDecimal> split(BigDecimal amount, int ways) {
        var each = amount.divide(BigDecimal.valueOf(ways), 0, RoundingMode.DOWN);
        var parts = new ArrayList<BigDecimal>();
        for (int i = 1; i < ways; i++) {
            parts.add(each);
        }
        parts.add(amount.subtract(each.multiply(BigDecimal.valueOf(ways - 1L))));
        return parts;
    }

    static BigDecimal share(BigDecimal amount, double share) {
        return amount.multiply(BigDecimal.valueOf(share)).setScale(0, RoundingMode.DOWN);
    }

    private List<String> loads(String prefix, int count) {
        var loads = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            loads.add("LD-%d-%s%d".formatted(order.number(), prefix, i));
        }
        return loads;
    }

    private List<String> tokens(int count, String prefix) {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            tokens.add(
                    prefix
                            + Integer.toString(dice.between(46_656, 1_679_615), 36)
                                    .toUpperCase(Locale.ROOT));
        }
        return tokens;
    }

    /// The same moment, or when the crossing next opens.
    private Instant open(Instant at) {
        var date = World.day(at);
        var time = at.atOffset(ZoneOffset.UTC).toLocalTime();
        for (int wait = 0; wait < 20; wait++) {
            var there = setting.calendar().day(order.route(), date);
            if (there.passes() && wait > 0) {
                return World.at(date, there.opens()).plus(Duration.ofMinutes(dice.between(5, 150)));
            }
            if (there.passes() && time.isBefore(there.ends())) {
                return time.isBefore(there.opens())
                        ? World.at(date, there.opens())
                                .plus(Duration.ofMinutes(dice.between(5, 90)))
                        : at;
            }
            date = date.plusDays(1);
        }
        return at;
    }

    private <B extends Record & FlowBody> StatementId say(Instant at, PartnerId by, B body) {
        var line =
                new Line<>(
                        at,
                        at,
                        "%s/way/%d".formatted(order.id(), said++),
                        by,
                        order.label(by),
                        body);
        setting.script().accept(line);
        return line.id(setting.seed());
    }
}
