package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.ReviewReported;
import org.parley.hub.flow.ReviewState;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.RulingOutcome;
import org.parley.kernel.id.PartnerId;

/// What the authorities' desks do with one request: take it up, hold it, rule on it.
final class Desk {

    /// How long a ruling can be used.
    static final Duration VALID = Duration.ofDays(20);

    /// When the goods office registers the network; until then it often rules against all it sends.
    private static final LocalDate HARBOUR_AID_REGISTERED = LocalDate.of(2031, 5, 2);

    private final Order order;
    private final Dice dice;
    private final Voice voice;

    Desk(Order order, Dice dice, Voice voice) {
        this.order = order;
        this.dice = dice;
        this.voice = voice;
    }

    /// The first authority takes it up, and sometimes holds it. When it can be ruled on.
    Instant review(Instant asked) {
        var authority = order.authorities().getFirst();
        var taken = working(asked.plus(dice.around(Duration.ofHours(5), 0.7)));
        if (dice.chance(0.7)) {
            voice.say(taken, authority, review(authority, ReviewState.UNDER_REVIEW, null));
        }
        if (!dice.chance(0.13)) {
            return taken;
        }
        var held = working(taken.plus(dice.around(Duration.ofHours(9), 0.6)));
        var why = Speech.of("held", authority, dice);
        voice.say(held, authority, review(authority, ReviewState.ON_HOLD, why));
        var released = working(held.plus(dice.around(Duration.ofHours(40), 0.6)));
        voice.say(released, authority, review(authority, ReviewState.UNDER_REVIEW, null));
        return released;
    }

    private ReviewReported review(PartnerId authority, ReviewState state, @Nullable String reason) {
        return new ReviewReported(order.id(), authority, state, List.of(), reason);
    }

    /// The authority rules, and what it rules for is taken off `allowed`. When it did so last.
    Instant rule(PartnerId authority, Instant from, SortedMap<String, BigDecimal> allowed) {
        boolean first = authority.equals(World.GOODS_OFFICE);
        var median = Duration.ofHours(first ? 66 : 20);
        var at = working(from.plus(dice.around(median, 0.55)));
        var rulings = new ArrayList<LineRuling>();
        boolean unregistered =
                first
                        && order.sender().equals(World.HARBOUR_AID)
                        && World.day(at).isBefore(HARBOUR_AID_REGISTERED)
                        && dice.chance(0.55);
        for (var line : order.lines()) {
            rulings.add(
                    unregistered
                            ? against(line, RefusalReason.ORG_NOT_AUTHORISED)
                            : ruling(line, first));
        }
        var code = (first ? "GO-" : "SO-") + order.number();
        voice.say(at, authority, ruled(code, authority, rulings, at));
        boolean against = rulings.stream().anyMatch(r -> r.outcome() == RulingOutcome.AGAINST);
        if (against && dice.chance(0.25)) {
            at = working(at.plus(dice.around(Duration.ofHours(80), 0.4)));
            rulings.replaceAll(ruling -> whole(order.line(ruling.line())));
            voice.say(at, authority, ruled(code + "-R", authority, rulings, at));
        }
        for (var ruling : rulings) {
            allowed.merge(ruling.line(), amount(ruling), BigDecimal::min);
        }
        return at;
    }

    private Ruled ruled(String code, PartnerId authority, List<LineRuling> rulings, Instant at) {
        var conditions =
                dice.chance(0.12) ? List.of(Speech.of("condition", authority)) : List.<String>of();
        return new Ruled(code, order.id(), authority, rulings, conditions, at.plus(VALID));
    }

    private static LineRuling whole(LineItem line) {
        return new LineRuling(line.line(), RulingOutcome.FOR, null, List.of(), null);
    }

    private static LineRuling against(LineItem line, RefusalReason reason) {
        return new LineRuling(line.line(), RulingOutcome.AGAINST, null, List.of(reason), null);
    }

    private LineRuling ruling(LineItem line, boolean first) {
        double contested = Ware.of(line).contested();
        if (dice.chance(contested * (first ? 1 : 0.4) + 0.02)) {
            return against(line, reason(contested > 0.15));
        }
        var half = line.quantity().multiply(new BigDecimal("0.6")).setScale(0, RoundingMode.DOWN);
        if (dice.chance(0.07) && half.signum() > 0) {
            return new LineRuling(
                    line.line(),
                    RulingOutcome.IN_PART,
                    half,
                    List.of(dice.chance(0.7) ? RefusalReason.QUANTITY : RefusalReason.NONE_GIVEN),
                    null);
        }
        return whole(line);
    }

    private RefusalReason reason(boolean contested) {
        return dice.weighted(
                List.of(
                        RefusalReason.DUAL_USE,
                        RefusalReason.NONE_GIVEN,
                        RefusalReason.OUTSIDE_SCOPE,
                        RefusalReason.DOCUMENTS,
                        RefusalReason.QUANTITY,
                        RefusalReason.OTHER),
                contested ? 0.55 : 0.05,
                0.22,
                0.13,
                0.16,
                0.08,
                0.04);
    }

    private BigDecimal amount(LineRuling ruling) {
        return switch (ruling.outcome()) {
            case FOR -> order.line(ruling.line()).quantity();
            case IN_PART -> ruling.quantity() == null ? BigDecimal.ZERO : ruling.quantity();
            case AGAINST -> BigDecimal.ZERO;
        };
    }

    /// Offices work from six to sixteen.
    Instant working(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        if (hour >= 6 && hour < 16) {
            return at;
        }
        var day = World.day(at).plusDays(hour < 6 ? 0 : 1);
        return World.at(day, dice.between(6, 11), dice.between(0, 59));
    }
}
