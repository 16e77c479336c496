package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.ConsignmentAmended;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.Priority;
import org.parley.hub.flow.Reference;

/// The request for one consignment, and what its sender changes about it before anybody rules.
final class Request {

    /// What a sender thinks better of.
    private enum Change {
        LESS,
        MORE,
        WITHOUT_THE_LAST,
        WITH_ONE_MORE,
        LATER,
        MORE_URGENT,
        ANOTHER_WAY
    }

    private final Order order;
    private final Dice dice;
    private final Instant asked;
    private final Voice voice;

    /// @param dice the request's own
    Request(Order order, Dice dice, Instant asked, Voice voice) {
        this.order = order;
        this.dice = dice;
        this.asked = asked;
        this.voice = voice;
    }

    void ask(boolean known, int readyIn) {
        var references =
                known
                        ? List.of(new Reference("agency", "EX-%06d".formatted(order.number() * 7)))
                        : List.<Reference>of();
        voice.say(
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
                        World.day(asked).plusDays(readyIn),
                        order.priority(),
                        references,
                        List.of(),
                        order.lines()));
    }

    /// Sometimes the sender asks for something else within three hours. What is asked for then.
    Order amended() {
        if (!dice.chance(0.055)) {
            return order;
        }
        var at = asked.plus(dice.between(20, 170), ChronoUnit.MINUTES);
        return switch (dice.pick(List.of(Change.values()))) {
            case LESS -> scaled(at, 0.5, "asks-for-less");
            case MORE -> scaled(at, 1.5, "asks-for-more");
            case WITHOUT_THE_LAST -> order.lines().size() > 1 ? without(at) : order;
            case WITH_ONE_MORE -> withOneMore(at);
            case LATER -> {
                var ready = World.day(asked).plusDays(dice.between(5, 7));
                say(
                        at,
                        new ConsignmentAmended(
                                order.id(),
                                null,
                                ready,
                                null,
                                List.of(),
                                List.of(),
                                because("ready-later")));
                yield order;
            }
            case MORE_URGENT -> {
                if (order.priority() == Priority.values()[0]) {
                    yield order;
                }
                say(
                        at,
                        new ConsignmentAmended(
                                order.id(),
                                null,
                                null,
                                Priority.values()[0],
                                List.of(),
                                List.of(),
                                because("more-urgent")));
                yield order;
            }
            case ANOTHER_WAY -> anotherWay(at);
        };
    }

    private Order scaled(Instant at, double share, String why) {
        var first = order.lines().getFirst();
        var next = Ware.of(first).scaled(first, share, order.sender());
        if (next.equals(first)) {
            return order;
        }
        say(at, lines(List.of(next), List.of(), because(why)));
        var lines = new ArrayList<>(order.lines());
        lines.set(0, next);
        return order.with(lines);
    }

    private Order without(Instant at) {
        var last = order.lines().getLast();
        say(at, lines(List.of(), List.of(last.line()), because("drops-a-line")));
        return order.with(order.lines().subList(0, order.lines().size() - 1));
    }

    private Order withOneMore(Instant at) {
        var others =
                Ware.of(order.kind(), order.lines().getFirst().category()).stream()
                        .filter(
                                ware ->
                                        order.lines().stream()
                                                .noneMatch(line -> Ware.of(line).equals(ware)))
                        .toList();
        if (others.isEmpty()) {
            return order;
        }
        var lines = new ArrayList<>(order.lines());
        var added =
                dice.pick(others).line(lines.size() + 1, dice, World.day(asked), order.sender());
        lines.add(added);
        say(at, lines(List.of(added), List.of(), because("adds-a-line")));
        return order.with(lines);
    }

    private Order anotherWay(Instant at) {
        var others =
                Route.ALL.stream()
                        .filter(route -> !route.corridor().equals(order.route().corridor()))
                        .filter(route -> route.origin().equals(order.route().origin()))
                        .toList();
        if (others.isEmpty()) {
            return order;
        }
        var next = dice.pick(others);
        say(
                at,
                new ConsignmentAmended(
                        order.id(),
                        next.corridor(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        because("another-way")));
        return order.by(next);
    }

    private ConsignmentAmended lines(
            List<LineItem> items, List<String> dropped, @Nullable String reason) {
        return new ConsignmentAmended(order.id(), null, null, null, items, dropped, reason);
    }

    private String because(String occasion) {
        return Speech.of(occasion, order.sender());
    }

    private void say(Instant at, ConsignmentAmended change) {
        voice.say(at, order.sender(), change);
    }
}
