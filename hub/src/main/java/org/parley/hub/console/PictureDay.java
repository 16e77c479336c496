package org.parley.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.journal.StatementView;
import org.parley.hub.places.CrossingDaySaid;
import org.springframework.stereotype.Component;

/// The day of the picture in lanes: when crossings were said to be open, what was said, and what
/// was learned late.
@Component
class PictureDay {

    /// How many of the latest statements the lanes are drawn from.
    static final int LOOKED_AT = 400;

    private static final Duration LATE = Duration.ofHours(2);
    private static final int LATE_SHOWN = 6;
    private static final int EVENTS_SHOWN = 60;

    Timeline of(Visit visit, List<CrossingStates.Standing> standings, List<StatementView> latest) {
        var at = visit.moment().knownAt();
        var zone = visit.words().zone();
        var from = at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var until = from.plus(Duration.ofHours(24));
        return new Timeline(
                from,
                until,
                at,
                visit.moment().now(),
                List.of(
                        crossings(visit, standings, from, until),
                        said(visit, latest, "flow.", "nav.flow", from, until),
                        said(visit, latest, "places.", "nav.places", from, until),
                        others(visit, latest, from, until),
                        late(visit, latest, from, until)));
    }

    private static Timeline.Lane crossings(
            Visit visit, List<CrossingStates.Standing> standings, Instant from, Instant until) {
        var bars = new ArrayList<Timeline.Bar>();
        var day = from.atZone(visit.words().zone()).toLocalDate();
        for (var standing : standings) {
            standing.day()
                    .filter(said -> said.day().equals(day))
                    .flatMap(_ -> standing.latest())
                    .flatMap(said -> span(said, day, zone(visit, standing)))
                    .ifPresent(
                            span ->
                                    bars.add(
                                            new Timeline.Bar(
                                                    later(span.from(), from),
                                                    earlier(span.until(), until),
                                                    CrossingStates.mark(standing),
                                                    visit.name(standing.crossing().names()),
                                                    span.from()
                                                            .isAfter(visit.moment().knownAt()))));
        }
        return new Timeline.Lane(visit.say("crossings.title"), apart(bars), List.of(), List.of());
    }

    /// Bars that would cover each other are not drawn twice: the longest stays in this lane.
    private static List<Timeline.Bar> apart(List<Timeline.Bar> bars) {
        var shown = new ArrayList<Timeline.Bar>();
        bars.stream()
                .sorted(
                        java.util.Comparator.comparing(
                                bar -> Duration.between(bar.until(), bar.from())))
                .forEach(
                        bar -> {
                            boolean free =
                                    shown.stream()
                                            .noneMatch(
                                                    other ->
                                                            bar.from().isBefore(other.until())
                                                                    && other.from()
                                                                            .isBefore(bar.until()));
                            if (free) {
                                shown.add(bar);
                            }
                        });
        return shown;
    }

    private record Span(Instant from, Instant until) {}

    private static Optional<Span> span(CrossingDaySaid said, LocalDate day, ZoneId zone) {
        var hours = said.hours();
        if (hours == null || hours.isEmpty()) {
            return Optional.empty();
        }
        var first = hours.stream().map(one -> one.from()).min(LocalTime::compareTo).orElseThrow();
        var last =
                hours.stream()
                        .map(
                                one ->
                                        one.until().equals(LocalTime.MIDNIGHT)
                                                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                                                : one.until().atDate(day).atZone(zone).toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow();
        return Optional.of(new Span(first.atDate(day).atZone(zone).toInstant(), last));
    }

    private static ZoneId zone(Visit visit, CrossingStates.Standing standing) {
        var said = standing.crossing().zone();
        return said == null ? visit.words().zone() : ZoneId.of(said);
    }

    private static Timeline.Lane said(
            Visit visit,
            List<StatementView> latest,
            String module,
            String lane,
            Instant from,
            Instant until) {
        return events(
                visit,
                visit.words().say(lane),
                latest.stream().filter(one -> one.type().startsWith(module)).toList(),
                from,
                until);
    }

    private static Timeline.Lane others(
            Visit visit, List<StatementView> latest, Instant from, Instant until) {
        return events(
                visit,
                visit.say("timeline.others"),
                latest.stream()
                        .filter(
                                one ->
                                        !one.type().startsWith("flow.")
                                                && !one.type().startsWith("places."))
                        .toList(),
                from,
                until);
    }

    private static Timeline.Lane events(
            Visit visit, String name, List<StatementView> said, Instant from, Instant until) {
        var events =
                said.stream()
                        .filter(one -> within(one.claimedAt(), from, until))
                        .limit(EVENTS_SHOWN)
                        .map(
                                one ->
                                        new Timeline.Event(
                                                one.claimedAt(),
                                                one.marks().isEmpty() ? Mark.PLANNED : Mark.LATE,
                                                visit.words().orCode("type.", one.type())
                                                        + " · "
                                                        + visit.partner(one.originator())))
                        .toList();
        return new Timeline.Lane(name, List.of(), events, List.of());
    }

    private static Timeline.Lane late(
            Visit visit, List<StatementView> latest, Instant from, Instant until) {
        var late =
                latest.stream()
                        .filter(one -> within(one.heardAt(), from, until))
                        .filter(
                                one ->
                                        Duration.between(one.claimedAt(), one.heardAt())
                                                        .compareTo(LATE)
                                                > 0)
                        .limit(LATE_SHOWN)
                        .map(
                                one ->
                                        new Timeline.Late(
                                                later(one.claimedAt(), from),
                                                one.heardAt(),
                                                visit.say(
                                                        "timeline.learned",
                                                        visit.words().orCode("type.", one.type()),
                                                        visit.words()
                                                                .span(
                                                                        Duration.between(
                                                                                one.claimedAt(),
                                                                                one.heardAt())))))
                        .toList();
        return new Timeline.Lane(visit.say("timeline.late"), List.of(), List.of(), late);
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
