package org.parley.hub.examples.exercise;

import static org.parley.hub.places.CrossingStatus.CLOSED;
import static org.parley.hub.places.CrossingStatus.LIMITED;
import static org.parley.hub.places.CrossingStatus.OPEN;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.places.Capacity;
import org.parley.hub.places.CrossingDayReported;
import org.parley.hub.places.CrossingStatus;
import org.parley.hub.places.Hours;
import org.parley.hub.places.Opening;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.quantity.Unit;

/// How each crossing works on each day, and what the two authorities say of it.
final class CrossingCalendar {

    /// The east gate is shut for these days and nobody says why.
    private static final LocalDate SHUT_FROM = LocalDate.of(2031, 5, 2);

    private static final LocalDate SHUT_TO = LocalDate.of(2031, 5, 5);

    private static final List<String> WHY_LIMITED =
            List.of("staffing", "technical-fault", "security-incident", Opening.NONE_GIVEN);
    private static final List<String> WHY_CLOSED =
            List.of("security-incident", "technical-fault", "holiday", Opening.NONE_GIVEN);

    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final long seed;

    CrossingCalendar(long seed) {
        this.seed = seed;
    }

    /// A crossing's day as it turns out.
    ///
    /// @param shutAt when it closes early; null on a usual day
    /// @param trucks how many it takes
    record Day(
            CrossingStatus status,
            @Nullable String reason,
            LocalTime opens,
            LocalTime closes,
            @Nullable LocalTime shutAt,
            int trucks) {

        boolean passes() {
            return status != CLOSED && trucks > 0;
        }

        LocalTime ends() {
            return shutAt == null ? closes : shutAt;
        }
    }

    Day day(Route route, LocalDate date) {
        var dice = dice(route, date, "");
        var opens = LocalTime.of(dice.between(5, 7), 0);
        if (route == Route.EAST && !date.isBefore(SHUT_FROM) && !date.isAfter(SHUT_TO)) {
            return closed(Opening.NONE_GIVEN, opens);
        }
        if (rests(route, date)) {
            return closed("weekly-rest", opens);
        }
        if (route == Route.SEA && dice.chance(0.16)) {
            return closed("weather", opens);
        }
        if (dice.chance(0.05)) {
            return closed(dice.pick(WHY_CLOSED), opens);
        }
        if (dice.chance(0.13)) {
            var until = LocalTime.of(dice.between(11, 14), 0);
            return new Day(
                    LIMITED,
                    dice.pick(WHY_LIMITED),
                    opens,
                    until,
                    null,
                    route.trucks() * dice.between(35, 65) / 100);
        }
        if (dice.chance(0.05)) {
            var shut = LocalTime.of(dice.between(10, 13), 5 * dice.between(0, 11));
            return new Day(
                    OPEN, dice.pick(WHY_CLOSED), opens, CLOSES, shut, route.trucks() * 45 / 100);
        }
        return new Day(
                OPEN, null, opens, CLOSES, null, route.trucks() * dice.between(90, 105) / 100);
    }

    /// Whether it is closed on a day for which a list had been made: nobody knew the evening
    /// before.
    boolean shutOvernight(Route route, LocalDate date) {
        var day = day(route, date);
        return day.status() == CLOSED
                && !rests(route, date)
                && !"holiday".equals(day.reason())
                && (route != Route.EAST
                        || date.equals(SHUT_FROM)
                        || date.isBefore(SHUT_FROM)
                        || date.isAfter(SHUT_TO));
    }

    private static boolean rests(Route route, LocalDate date) {
        return switch (route) {
            case NORTH, MILL -> date.getDayOfWeek() == DayOfWeek.SATURDAY;
            case WEST -> date.getDayOfWeek() == DayOfWeek.FRIDAY;
            case EAST, BRIDGE, SEA -> false;
        };
    }

    private static Day closed(String reason, LocalTime opens) {
        return new Day(CLOSED, reason, opens, CLOSES, null, 0);
    }

    /// What is said of the day, by whom and when.
    List<Line<?>> lines(Route route, LocalDate date) {
        var lines = new ArrayList<Line<?>>();
        var day = day(route, date);
        var dice = dice(route, date, "/said");
        var key = "crossing-day/%s/%s/".formatted(route.crossing(), date);
        var morning =
                day.shutAt() == null
                        ? day
                        : new Day(OPEN, null, day.opens(), day.closes(), null, route.trucks());
        lines.add(
                said(
                        key + "morning",
                        World.GOODS_OFFICE,
                        date,
                        LocalTime.of(4, dice.between(0, 40)),
                        report(route, date, morning)));
        if (day.shutAt() != null) {
            lines.add(
                    said(
                            key + "shut",
                            World.GOODS_OFFICE,
                            date,
                            day.shutAt(),
                            shut(route, date, day, day.reason())));
        }
        rival(route, date, day, dice, key).ifPresent(lines::add);
        return lines;
    }

    private Optional<Line<?>> rival(Route route, LocalDate date, Day day, Dice dice, String key) {
        var at = LocalTime.of(dice.between(6, 8), dice.between(0, 59));
        boolean disputes =
                dice.chance(0.08) || (route == Route.EAST && date.equals(SHUT_FROM.plusDays(1)));
        if (disputes) {
            var otherwise =
                    day.status() == CLOSED
                            ? new CrossingDayReported(
                                    route.crossing(),
                                    date,
                                    List.of(Opening.open()),
                                    null,
                                    null,
                                    "Our side is staffed and ready; we were told of no closure.")
                            : new CrossingDayReported(
                                    route.crossing(),
                                    date,
                                    List.of(Opening.closed(Opening.NONE_GIVEN)),
                                    null,
                                    null,
                                    "No truck has come through from the other side.");
            return Optional.of(said(key + "rival", World.SUPPLY_OFFICE, date, at, otherwise));
        }
        if (dice.chance(0.25)) {
            return Optional.of(
                    said(
                            key + "also",
                            World.SUPPLY_OFFICE,
                            date,
                            at,
                            report(route, date, day.shutAt() == null ? day : morningOf(day))));
        }
        return Optional.empty();
    }

    private static Day morningOf(Day day) {
        return new Day(OPEN, null, day.opens(), day.closes(), null, day.trucks());
    }

    private static CrossingDayReported report(Route route, LocalDate date, Day day) {
        if (day.status() == CLOSED) {
            return new CrossingDayReported(
                    route.crossing(),
                    date,
                    List.of(new Opening(null, null, CLOSED, day.reason())),
                    null,
                    null,
                    null);
        }
        return new CrossingDayReported(
                route.crossing(),
                date,
                List.of(
                        new Opening(
                                null,
                                null,
                                day.status(),
                                day.status() == LIMITED ? day.reason() : null)),
                List.of(new Hours(null, null, day.opens(), day.closes())),
                List.of(new Capacity(null, null, BigDecimal.valueOf(day.trucks()), Unit.TRUCK)),
                null);
    }

    private static CrossingDayReported shut(
            Route route, LocalDate date, Day day, @Nullable String reason) {
        return new CrossingDayReported(
                route.crossing(),
                date,
                List.of(new Opening(null, null, LIMITED, reason)),
                List.of(new Hours(null, null, day.opens(), day.ends())),
                List.of(new Capacity(null, null, BigDecimal.valueOf(day.trucks()), Unit.TRUCK)),
                "Closed early at " + day.ends());
    }

    private static Line<?> said(
            String key, PartnerId by, LocalDate date, LocalTime time, CrossingDayReported body) {
        return Line.said(World.at(date, time), key, by, body);
    }

    private Dice dice(Route route, LocalDate date, String what) {
        return new Dice(seed, "crossing-day/%s/%s%s".formatted(route.crossing(), date, what));
    }
}
