package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.LoadChange;
import org.parley.hub.flow.LoadGoods;
import org.parley.hub.flow.LoadsChanged;
import org.parley.hub.flow.LoadsPlanned;
import org.parley.hub.flow.Node;
import org.parley.kernel.id.PartnerId;

/// One line changes trucks: split, transloaded or merged, sometimes as it was planned.
final class Reloading {

    private final Order order;
    private final List<String> vehicles;
    private final SortedMap<String, BigDecimal> carried;
    private final Dice dice;
    private final Voice voice;

    /// @param carried is less afterwards where less comes out than went in
    Reloading(
            Order order,
            List<String> vehicles,
            SortedMap<String, BigDecimal> carried,
            Setting setting) {
        this.order = order;
        this.vehicles = vehicles;
        this.carried = carried;
        this.dice = new Dice(setting.seed(), "consignment/%d/reloading".formatted(order.number()));
        this.voice = new Voice(order, "loads", setting);
    }

    /// The one load that is split on the way.
    static List<String> whole(Order order) {
        return List.of("LD-%d-W".formatted(order.number()));
    }

    /// From trucks outside onto vetted trucks; sometimes a little less comes out than went in.
    /// Whether it did.
    boolean transload(Instant at, List<String> outer, List<String> inner, Dice chances) {
        if (carried.isEmpty()) {
            return false;
        }
        var line = carried.firstKey();
        var amount = carried.getOrDefault(line, BigDecimal.ZERO);
        var made = amount;
        if (chances.chance(0.05) && amount.intValue() > 50) {
            made = amount.subtract(BigDecimal.valueOf(chances.between(1, 6)));
            carried.put(line, made);
        }
        var taken = Portions.loads(order, line, amount, outer);
        var plan =
                plan(at, LoadChange.TRANSLOAD, taken, Portions.loads(order, line, amount, inner));
        say(at, "TL-", plan, LoadChange.TRANSLOAD, taken, Portions.loads(order, line, made, inner));
        return made.compareTo(amount) < 0;
    }

    /// One load becomes two smaller ones before the crossing.
    List<String> split(Instant at) {
        if (carried.isEmpty()) {
            return List.of();
        }
        var line = carried.firstKey();
        var amount = carried.getOrDefault(line, BigDecimal.ZERO);
        if (amount.intValue() < 2) {
            return List.of();
        }
        var names = Portions.names(order, "S", 2);
        var taken = Portions.loads(order, line, amount, whole(order));
        var made = Portions.loads(order, line, amount, names);
        say(at, "SP-", plan(at, LoadChange.SPLIT, taken, made), LoadChange.SPLIT, taken, made);
        return names;
    }

    /// In the yard loads of several trucks are put together. The load that comes of it.
    String merge(Instant at, PartnerId keeper, List<String> loads) {
        var line = carried.firstKey();
        var amount = carried.getOrDefault(line, BigDecimal.ZERO);
        var load = "LD-%d-M".formatted(order.number());
        voice.say(
                at,
                keeper,
                new LoadsChanged(
                        "MG-" + order.number(),
                        null,
                        LoadChange.MERGE,
                        Node.YARD,
                        null,
                        List.of(),
                        Portions.loads(order, line, amount, loads),
                        Portions.loads(order, line, amount, List.of(load))));
        return load;
    }

    private @Nullable String plan(
            Instant at, LoadChange change, List<LoadGoods> taken, List<LoadGoods> made) {
        if (!dice.chance(0.4)) {
            return null;
        }
        var plan = "PL-" + order.number();
        voice.say(
                at.minus(Duration.ofMinutes(dice.between(60, 75))),
                order.mover(),
                new LoadsPlanned(
                        plan, change, Node.OUTSIDE, order.route().inspection(), taken, made));
        return plan;
    }

    private void say(
            Instant at,
            String prefix,
            @Nullable String plan,
            LoadChange change,
            List<LoadGoods> taken,
            List<LoadGoods> made) {
        voice.say(
                at,
                order.mover(),
                new LoadsChanged(
                        prefix + order.number(),
                        plan,
                        change,
                        Node.OUTSIDE,
                        order.route().inspection(),
                        vehicles,
                        taken,
                        made));
    }
}
