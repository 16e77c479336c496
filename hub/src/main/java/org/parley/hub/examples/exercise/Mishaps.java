package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Step;
import org.parley.kernel.id.PartnerId;

/// What seldom goes wrong with goods at each node: lost, damaged, taken or sent back, in part. What
/// it says is taken off what lies there.
final class Mishaps {

    /// One in so many consignments meets one of these at a node.
    private static final double SELDOM = 0.013;

    private final Order order;
    private final Dice dice;
    private final Voice voice;

    Mishaps(Order order, Setting setting) {
        this.order = order;
        this.dice = new Dice(setting.seed(), "consignment/%d/mishaps".formatted(order.number()));
        this.voice = new Voice(order, "mishap", setting);
    }

    /// On the road before the inspection.
    void outside(Instant at, SortedMap<String, BigDecimal> there) {
        if (!dice.chance(SELDOM)) {
            return;
        }
        switch (dice.between(1, 4)) {
            case 1 -> say(at, order.mover(), Step.LOST, Node.OUTSIDE, "overturned", there);
            case 2 -> say(at, order.mover(), Step.DAMAGED, Node.OUTSIDE, "rough-road", there);
            case 3 -> taken(at, Interception.SELF_DISTRIBUTION, there);
            default -> taken(at, Interception.ARMED, there);
        }
    }

    /// In the yard, of which there is no telling loads apart.
    void yard(Instant at, SortedMap<String, BigDecimal> there) {
        if (!dice.chance(SELDOM)) {
            return;
        }
        var keeper = keeper(order);
        if (dice.chance(0.5)) {
            say(at, keeper, Step.LOST, Node.YARD, "not-found", there);
        } else {
            say(at, keeper, Step.RETURNED, Node.YARD, "sent-back", there);
        }
    }

    /// Between the yard and the destination.
    void inside(Instant at, SortedMap<String, BigDecimal> there) {
        if (!dice.chance(SELDOM)) {
            return;
        }
        switch (dice.between(1, 3)) {
            case 1 -> say(at, order.receiver(), Step.LOST, Node.INSIDE, "vehicle-burnt", there);
            case 2 -> say(at, order.receiver(), Step.DAMAGED, Node.INSIDE, "rough-road", there);
            default -> say(at, order.receiver(), Step.RETURNED, Node.INSIDE, "road-blocked", there);
        }
    }

    /// In the store, before it is handed out.
    void store(Instant at, SortedMap<String, BigDecimal> there) {
        if (!dice.chance(SELDOM)) {
            return;
        }
        var later = at.plus(Duration.ofMinutes(dice.between(45, 55)));
        switch (dice.between(1, 3)) {
            case 1 ->
                    say(
                            later,
                            order.receiver(),
                            Step.LOST,
                            Node.DESTINATION,
                            "store-emptied",
                            there);
            case 2 ->
                    say(
                            later,
                            order.receiver(),
                            Step.DAMAGED,
                            Node.DESTINATION,
                            "store-flooded",
                            there);
            default ->
                    say(
                            later,
                            order.receiver(),
                            Step.RETURNED,
                            Node.DESTINATION,
                            "not-ordered",
                            there);
        }
    }

    /// Who keeps the yard for goods of this kind.
    static PartnerId keeper(Order order) {
        return order.kind() == AssistanceKind.HUMANITARIAN ? World.AGENCY : order.mover();
    }

    private void taken(Instant at, Interception how, SortedMap<String, BigDecimal> there) {
        say(at, order.mover(), Step.INTERCEPTED, Node.OUTSIDE, how, null, there);
    }

    private void say(
            Instant at,
            PartnerId by,
            Step step,
            Node node,
            String why,
            SortedMap<String, BigDecimal> there) {
        say(at, by, step, node, null, Speech.of(why, by), there);
    }

    private void say(
            Instant at,
            PartnerId by,
            Step step,
            Node node,
            @Nullable Interception how,
            @Nullable String reason,
            SortedMap<String, BigDecimal> there) {
        var part = Portions.some(there, 0.05 + 0.3 * dice.share());
        if (part.isEmpty()) {
            return;
        }
        voice.say(
                at,
                by,
                new GoodsReported(
                        order.id(),
                        step,
                        Portions.goods(part, List.of()),
                        node,
                        how,
                        null,
                        null,
                        List.of(),
                        reason,
                        null));
        Portions.take(part, there);
    }
}
