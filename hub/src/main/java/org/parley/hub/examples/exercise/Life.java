package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.hub.flow.ConsignmentWithdrawn;
import org.parley.hub.flow.ManifestEntry;
import org.parley.hub.flow.Manifested;
import org.parley.hub.flow.StatedFactor;
import org.parley.kernel.quantity.Unit;

/// One consignment on paper: asked for, held, ruled on, withdrawn, cleared or given a place on a
/// manifest. What happens on the way is the [Journey]'s.
final class Life {

    private final int number;
    private final Dice dice;
    private final Instant asked;
    private final Setting setting;
    private Order order;
    private final Voice voice;

    Life(Order order, Dice dice, Instant asked, Setting setting) {
        this.number = order.number();
        this.order = order;
        this.dice = dice;
        this.asked = asked;
        this.setting = setting;
        this.voice = new Voice(order, "paper", setting);
    }

    void run() {
        var request = new Request(order, own("request"), asked, voice);
        request.ask(dice.chance(0.6), dice.between(1, 4));
        if (dice.chance(0.025)) {
            withdraw(asked, Duration.ofHours(20), 0.6, "found-elsewhere");
            return;
        }
        order = request.amended();
        var desk = new Desk(order, dice, voice);
        var ruledAt = desk.review(asked);
        var allowed = new TreeMap<String, BigDecimal>();
        order.lines().forEach(line -> allowed.put(line.line(), line.quantity()));
        for (var authority : order.authorities()) {
            ruledAt = desk.rule(authority, ruledAt, allowed);
        }
        allowed.values().removeIf(amount -> amount.signum() == 0);
        if (allowed.isEmpty()) {
            if (dice.chance(0.3)) {
                withdraw(ruledAt, Duration.ofHours(60), 0.5, "ruled-against");
            }
        } else if (dice.chance(0.035)) {
            tooLate(ruledAt, allowed);
        } else {
            var earliest =
                    World.day(ruledAt.plus(dice.around(Duration.ofHours(30), 0.6))).plusDays(1);
            var cleared = new Customs(order, own("customs"), voice).pass(ruledAt, allowed);
            var latest = World.day(ruledAt.plus(Desk.VALID).minus(Duration.ofDays(3)));
            enter(cleared, later(earliest, World.day(cleared).plusDays(1)), latest, allowed);
        }
    }

    private Dice own(String what) {
        return new Dice(setting.seed(), "consignment/%d/%s".formatted(number, what));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private void withdraw(Instant after, Duration median, double sigma, String why) {
        var at = new Desk(order, dice, voice).working(after.plus(dice.around(median, sigma)));
        voice.say(
                at,
                order.sender(),
                new ConsignmentWithdrawn(order.id(), Speech.of(why, order.sender())));
    }

    /// The rulings expire unused. Sometimes the center notices only when it makes the list.
    private void tooLate(Instant ruledAt, SortedMap<String, BigDecimal> allowed) {
        if (number % 3 == 0) {
            var day = World.day(ruledAt.plus(Desk.VALID)).plusDays(2);
            voice.refused(
                    World.at(day.minusDays(1), 15, 30),
                    World.CENTER,
                    new Manifested(
                            "MF-late-" + number,
                            order.route().crossing(),
                            day,
                            trucks(allowed),
                            entries(allowed)),
                    "flow.ruling-has-expired");
        }
    }

    /// A place on a manifest while the rulings hold, and the way in from there. Who breaks down
    /// before loading is mostly taken off the list and tries again.
    private void enter(
            Instant cleared,
            LocalDate earliest,
            LocalDate latest,
            SortedMap<String, BigDecimal> allowed) {
        int trucks = trucks(allowed);
        var entries = entries(allowed);
        var day = setting.yard().place(order.route(), earliest, latest, trucks);
        if (day.isEmpty()) {
            return;
        }
        setting.yard().list(order.route(), day.get(), new Yard.Listed(cleared, trucks, entries));
        if (!dice.chance(0.02)) {
            new Journey(order, dice, day.get(), trucks, allowed, setting).run();
        } else if (own("breakdown").chance(0.7)) {
            setting.yard().strike(order.route(), day.get(), order.id());
            var again = setting.yard().place(order.route(), day.get().plusDays(1), latest, trucks);
            again.ifPresent(
                    next -> {
                        setting.yard()
                                .list(
                                        order.route(),
                                        next,
                                        new Yard.Listed(cleared, trucks, entries));
                        new Journey(order, dice, next, trucks, allowed, setting).run();
                    });
        }
    }

    private int trucks(SortedMap<String, BigDecimal> allowed) {
        double share =
                allowed.entrySet().stream()
                                .mapToDouble(
                                        entry ->
                                                entry.getValue().doubleValue()
                                                        / order.line(entry.getKey())
                                                                .quantity()
                                                                .doubleValue())
                                .sum()
                        / order.lines().size();
        return order.trucks(share);
    }

    private List<ManifestEntry> entries(SortedMap<String, BigDecimal> allowed) {
        return allowed.entrySet().stream()
                .map(line -> entry(line.getKey(), line.getValue()))
                .toList();
    }

    /// Some of the lists count pallets, by the packing that the sender states.
    private ManifestEntry entry(String line, BigDecimal amount) {
        var pallet = BigDecimal.valueOf(Ware.of(order.line(line)).pallet());
        boolean pallets =
                number % 6 == 0 && pallet.signum() > 0 && amount.remainder(pallet).signum() == 0;
        return pallets
                ? new ManifestEntry(
                        order.id(),
                        line,
                        amount.divide(pallet, 0, RoundingMode.UNNECESSARY),
                        Unit.PX,
                        new StatedFactor(pallet, null, Speech.of("stated-packing", World.CENTER)))
                : new ManifestEntry(order.id(), line, amount, null, null);
    }
}
