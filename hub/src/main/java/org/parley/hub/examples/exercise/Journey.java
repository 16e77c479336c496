package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
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
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.LegPlanned;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Step;
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
    private final Voice voice;
    private final Mishaps mishaps;
    private final Reloading reloading;
    private boolean unsettled;

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
        this.vehicles = tokens(Math.min(trucks, 3));
        this.voice = new Voice(order, "way", setting);
        this.mishaps = new Mishaps(order, setting);
        this.reloading = new Reloading(order, vehicles, carried, setting);
    }

    void run() {
        var left = World.at(day, dice.between(1, 4), dice.between(0, 59));
        boolean transloads =
                (order.route() == Route.EAST || order.route() == Route.BRIDGE)
                        && order.lines().size() == 1
                        && trucks > 1
                        && dice.chance(0.6);
        var outer = transloads ? Portions.names(order, "O", trucks) : List.<String>of();
        boolean splits = !transloads && order.lines().size() == 1 && dice.chance(0.08);
        leave(left, splits ? Reloading.whole(order) : outer);
        if (!transloads && !splits) {
            mishaps.outside(left.plus(Duration.ofMinutes(40)), carried);
        }
        var inspected = left.plus(dice.around(Duration.ofMinutes(110), 0.4));
        voice.say(
                inspected,
                World.GOODS_OFFICE,
                goods(
                        Step.AT_INSPECTION,
                        Portions.goods(carried, List.of()),
                        order.route().inspection(),
                        null));
        setting.yard().count(World.day(inspected), Yard.Counted.SCREENED, trucks);
        var through = open(inspected.plus(dice.around(Duration.ofHours(5), 0.65)));
        if (turnedBack(through)) {
            return;
        }
        var inner = outer;
        if (splits) {
            inner = reloading.split(through.minus(Duration.ofMinutes(30)));
        }
        if (transloads) {
            inner = Portions.names(order, "I", trucks + dice.between(1, 3));
            unsettled =
                    reloading.transload(through.minus(Duration.ofMinutes(40)), outer, inner, dice);
        }
        offload(through.plus(Duration.ofMinutes(dice.between(10, 50))), inner);
    }

    private void leave(Instant left, List<String> loads) {
        if (dice.chance(0.3)) {
            voice.say(
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
            voice.say(
                    left.minus(Duration.ofMinutes(35)),
                    order.sender(),
                    new CustodyHandedOver(
                            order.id(),
                            order.sender(),
                            order.mover(),
                            Portions.goods(carried, List.of()),
                            "1",
                            null,
                            order.route().origin(),
                            vehicles));
        }
        voice.say(
                left,
                order.mover(),
                new GoodsReported(
                        order.id(),
                        Step.DISPATCHED,
                        Portions.goods(carried, loads),
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
            return carried.isEmpty();
        }
        var back = Portions.share(carried, dice.chance(0.45) ? 1 : 0.35);
        if (back.isEmpty()) {
            return carried.isEmpty();
        }
        voice.say(
                at.minus(Duration.ofMinutes(90)),
                World.GOODS_OFFICE,
                new GoodsReported(
                        order.id(),
                        Step.RETURNED,
                        Portions.goods(back, List.of()),
                        Node.OUTSIDE,
                        null,
                        order.route().crossing(),
                        order.route().inspection(),
                        vehicles,
                        Speech.of("turned-back", World.GOODS_OFFICE, dice),
                        null));
        Portions.take(back, carried);
        return carried.isEmpty();
    }

    private void offload(Instant at, List<String> loads) {
        boolean humanitarian = order.kind() == AssistanceKind.HUMANITARIAN;
        var by = humanitarian ? World.AGENCY : order.mover();
        setting.yard().count(World.day(at), Yard.Counted.SEEN, trucks);
        if (humanitarian) {
            setting.yard().count(World.day(at), Yard.Counted.OFFLOADED_HUMANITARIAN, trucks);
        }
        var counted = at;
        var right =
                loads.isEmpty() && order.number() % 7 == 0
                        ? Portions.onPallets(order, carried, by)
                        : Portions.goods(carried, loads);
        boolean miscounted = loads.isEmpty() && dice.chance(0.05);
        if (miscounted) {
            var more = new TreeMap<>(carried);
            more.replaceAll((_, amount) -> amount.add(BigDecimal.valueOf(dice.between(1, 9))));
            var wrong = Portions.goods(more, loads);
            var first = voice.say(at, by, goods(Step.OFFLOADED, wrong, null, null));
            counted = at.plus(dice.around(Duration.ofHours(14), 0.5));
            if (order.number() % 40 == 0) { // a second hand counts again, and otherwise: a fork
                unsettled = true;
                voice.say(
                        counted.minus(Duration.ofMinutes(5)),
                        by,
                        goods(Step.OFFLOADED, wrong, null, first));
            }
            voice.say(counted, by, goods(Step.OFFLOADED, right, null, first));
        } else {
            voice.say(at, by, goods(Step.OFFLOADED, right, null, null));
        }
        new Delivery(order, dice, mishaps, reloading, carried, setting)
                .run(at, loads, counted, unsettled);
    }

    private GoodsReported goods(
            Step step, List<Goods> goods, @Nullable String place, @Nullable StatementId corrects) {
        return new GoodsReported(
                order.id(),
                step,
                goods,
                null,
                null,
                order.route().crossing(),
                place,
                vehicles,
                corrects == null ? null : Speech.of("counted-again", World.AGENCY),
                corrects);
    }

    private List<String> tokens(int count) {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            tokens.add(
                    "V-"
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
}
