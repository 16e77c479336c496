package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.CustomsOutcome;
import org.parley.hub.flow.CustomsReported;
import org.parley.hub.flow.Goods;

/// What customs do with goods that were ruled for, before they come on a manifest.
final class Customs {

    private final Order order;
    private final Dice dice;
    private final Voice voice;
    private final Desk desk;

    /// @param dice customs' own
    Customs(Order order, Dice dice, Voice voice) {
        this.order = order;
        this.dice = dice;
        this.voice = voice;
        this.desk = new Desk(order, dice, voice);
    }

    /// Releases the goods, sometimes after holding them, and seldom keeps some: those are taken off
    /// `allowed`. When the rest can go on.
    Instant pass(Instant ruled, SortedMap<String, BigDecimal> allowed) {
        if (!dice.chance(presented())) {
            return ruled;
        }
        var at = desk.working(ruled.plus(dice.around(Duration.ofHours(7), 0.5)));
        if (dice.chance(0.16)) {
            var why = Speech.of("customs-held", World.GOODS_OFFICE, dice);
            say(at, CustomsOutcome.HELD, List.of(), why);
            at = desk.working(at.plus(dice.around(Duration.ofHours(26), 0.5)));
            if (dice.chance(0.4)) {
                var seized = Portions.some(allowed, 0.05);
                if (!seized.isEmpty()) {
                    say(
                            at.minus(Duration.ofMinutes(20)),
                            CustomsOutcome.SEIZED,
                            Portions.goods(seized, List.of()),
                            Speech.of("customs-seized", World.GOODS_OFFICE));
                    Portions.take(seized, allowed);
                }
            }
        }
        say(at, CustomsOutcome.RELEASED, Portions.goods(allowed, List.of()), null);
        return at;
    }

    /// How often goods of a kind are presented to customs by themselves.
    private double presented() {
        return switch (order.kind()) {
            case COMMERCIAL -> 0.6;
            case SECURITY -> 0.5;
            case LOGISTICAL -> 0.3;
            case HUMANITARIAN -> 0.08;
        };
    }

    private void say(
            Instant at, CustomsOutcome outcome, List<Goods> goods, @Nullable String reason) {
        voice.say(
                at,
                World.GOODS_OFFICE,
                new CustomsReported(
                        order.id(),
                        World.GOODS_OFFICE,
                        outcome,
                        order.route().crossing(),
                        "D-31-%05d".formatted(order.number()),
                        goods,
                        reason));
    }
}
