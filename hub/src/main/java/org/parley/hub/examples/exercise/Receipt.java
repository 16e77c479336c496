package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.CustodyHandedOver;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.ReceiptReason;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.ReceivedLine;
import org.parley.hub.flow.Step;
import org.parley.kernel.id.StatementId;

/// The receiver's word on one consignment: what came, in which condition, and what is missing.
final class Receipt {

    private final Order order;
    private final Dice dice;
    private final Dice own;
    private final Voice voice;
    private Instant closesAfter = Instant.MIN;
    private boolean unsettled;

    Receipt(Order order, Dice dice, Voice voice, Setting setting) {
        this.order = order;
        this.dice = dice;
        this.own = new Dice(setting.seed(), "consignment/%d/receipt".formatted(order.number()));
        this.voice = voice;
    }

    void waitFor(Instant heard) {
        closesAfter = heard.isAfter(closesAfter) ? heard : closesAfter;
    }

    /// Something is unaccounted for.
    void unsettle() {
        unsettled = true;
    }

    boolean unsettled() {
        return unsettled;
    }

    /// When all has been said that was to be said by then.
    Instant settled(Instant arrived) {
        return arrived.isAfter(closesAfter) ? arrived : closesAfter;
    }

    /// The towns' people report from a phone that goes along; the others from their desks.
    <B extends Record & FlowBody> StatementId say(Instant heard, Instant claimed, B body) {
        return order.receiver().equals(World.TOWNS)
                ? voice.phone(heard, claimed, order.receiver(), body)
                : voice.say(heard, claimed, order.receiver(), body);
    }

    /// What came; some of it is said days late, and some of it is said wrong at first.
    ///
    /// @param underWay what was under way; what came in good condition afterwards
    void of(Instant at, SortedMap<String, BigDecimal> underWay) {
        var all =
                underWay.entrySet().stream()
                        .map(line -> whole(line.getKey(), line.getValue()))
                        .toList();
        var lines = lines(underWay);
        var heard = dice.chance(0.08) ? at.plus(dice.around(Duration.ofHours(44), 0.5)) : at;
        waitFor(heard);
        if (!falls(lines) && own.chance(0.04)) {
            say(heard, at, arrived(underWay));
        } else if (falls(lines) && own.chance(0.2)) {
            var first = say(heard, at, received(all, null));
            var again = heard.plus(own.around(Duration.ofHours(9), 0.4));
            say(again, again, received(lines, first));
            waitFor(again);
        } else {
            say(heard, at, received(lines, null));
        }
        if (order.sender().equals(World.MERIDON) && own.chance(0.25)) {
            handOverInside(at, underWay);
        }
    }

    private GoodsReported arrived(SortedMap<String, BigDecimal> amounts) {
        return new GoodsReported(
                order.id(),
                Step.ARRIVED,
                Portions.goods(amounts, List.of()),
                null,
                null,
                null,
                order.destination().site(),
                List.of(),
                null,
                null);
    }

    private ReceiptReported received(List<ReceivedLine> lines, @Nullable StatementId corrects) {
        return new ReceiptReported(order.id(), lines, order.destination().site(), corrects);
    }

    /// The establishing command's people hand over inside, where they may not be.
    private void handOverInside(Instant at, SortedMap<String, BigDecimal> amounts) {
        if (!amounts.isEmpty()) {
            voice.say(
                    at.plus(Duration.ofMinutes(15)),
                    order.receiver(),
                    new CustodyHandedOver(
                            order.id(),
                            order.sender(),
                            order.receiver(),
                            Portions.goods(amounts, List.of()),
                            null,
                            null,
                            order.destination().site(),
                            List.of()));
        }
    }

    private List<ReceivedLine> lines(SortedMap<String, BigDecimal> underWay) {
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
                                        ReceiptReason.OTHER,
                                        ReceiptReason.UNKNOWN)));
            }
            if (damaged.signum() > 0) {
                reasons.add(dice.pick(spoilt(line)));
            }
            var note = missing.signum() > 0 && own.chance(0.5);
            lines.add(
                    new ReceivedLine(
                            line,
                            good,
                            orNull(damaged),
                            orNull(missing),
                            reasons,
                            note ? Speech.of("short-note", order.receiver()) : null));
            underWay.put(line, good);
        }
        underWay.values().removeIf(amount -> amount.signum() == 0);
        return lines;
    }

    private List<ReceiptReason> spoilt(String line) {
        return order.line(line).expiresOn() == null
                ? List.of(ReceiptReason.BROKEN, ReceiptReason.WET, ReceiptReason.WRONG_GOODS)
                : List.of(
                        ReceiptReason.BROKEN,
                        ReceiptReason.WET,
                        ReceiptReason.WRONG_GOODS,
                        ReceiptReason.EXPIRED);
    }

    private static boolean falls(List<ReceivedLine> lines) {
        return lines.stream().anyMatch(line -> !line.reasons().isEmpty());
    }

    private static ReceivedLine whole(String line, BigDecimal amount) {
        return new ReceivedLine(line, amount, null, null, List.of(), null);
    }

    private static BigDecimal some(BigDecimal amount, double share) {
        return Portions.share(amount, share).max(BigDecimal.ONE).min(amount);
    }

    private static @Nullable BigDecimal orNull(BigDecimal amount) {
        return amount.signum() == 0 ? null : amount;
    }
}
