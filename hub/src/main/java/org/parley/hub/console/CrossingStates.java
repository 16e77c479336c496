package org.parley.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.hub.journal.Cut;
import org.parley.hub.places.CrossingDaySaid;
import org.parley.hub.places.CrossingDayView;
import org.parley.hub.places.CrossingStatus;
import org.parley.hub.places.CrossingView;
import org.parley.hub.places.Opening;
import org.parley.hub.places.Places;
import org.springframework.stereotype.Component;

/// How each crossing stands by the latest day that anybody reported, in words for a page. Where
/// reports differ it says so and picks none.
@Component
class CrossingStates {

    /// How far back a report still tells something.
    private static final int DAYS = 7;

    /// When a report is too old to rely on.
    private static final Duration FRESH = Duration.ofHours(24);

    private final Places places;

    CrossingStates(Places places) {
        this.places = places;
    }

    /// A crossing with the latest day that was reported of it, up to the moment that is shown.
    record Standing(CrossingView crossing, Optional<CrossingDayView> day) {

        /// All openings said of the day, by everybody.
        List<Opening> openings() {
            return day.stream()
                    .flatMap(said -> said.said().stream())
                    .map(CrossingDaySaid::openings)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .toList();
        }

        Optional<CrossingDaySaid> latest() {
            return day.map(said -> said.said().getLast());
        }
    }

    List<Standing> all(Visit visit) {
        return all(visit, visit.cut(), visit.moment().knownAt());
    }

    /// How they stood for the same reader at another cut.
    List<Standing> all(Visit visit, Cut cut) {
        return all(visit, cut, cut.at());
    }

    private List<Standing> all(Visit visit, Cut cut, Instant at) {
        var today = visit.words().localDay(at);
        Map<String, CrossingDayView> latest = new LinkedHashMap<>();
        places.crossingDays(visit.sight(), cut, today.minusDays(DAYS), today)
                .forEach(day -> latest.put(day.crossing(), day)); // by crossing and day: last stays
        return places.crossings(visit.sight(), cut).stream()
                .map(
                        crossing ->
                                new Standing(
                                        crossing,
                                        Optional.ofNullable(latest.get(crossing.crossing()))))
                .toList();
    }

    static Mark mark(Standing standing) {
        var openings = standing.openings();
        if (openings.isEmpty()) {
            return Mark.UNKNOWN;
        }
        if (standing.day().map(CrossingDayView::differ).orElse(false)) {
            return Mark.DISPUTED;
        }
        return mark(openings);
    }

    static Mark mark(List<Opening> openings) {
        var states = openings.stream().map(Opening::status).collect(Collectors.toSet());
        if (states.equals(java.util.Set.of(CrossingStatus.OPEN))) {
            return Mark.GOOD;
        }
        return states.equals(java.util.Set.of(CrossingStatus.CLOSED)) ? Mark.STOPPED : Mark.PARTLY;
    }

    static String word(Visit visit, Mark mark) {
        return visit.say("crossing.state." + mark.name().toLowerCase(java.util.Locale.ROOT));
    }

    boolean stale(Visit visit, Standing standing) {
        return standing.latest().map(said -> age(visit, said).compareTo(FRESH) > 0).orElse(true);
    }

    static Duration age(Visit visit, CrossingDaySaid said) {
        return Duration.between(said.heardAt(), visit.moment().knownAt());
    }

    PicturePage.CrossingRow row(Visit visit, Standing standing) {
        var mark = mark(standing);
        var said = standing.latest();
        return new PicturePage.CrossingRow(
                visit.keeping("/places/" + standing.crossing().crossing()),
                visit.name(standing.crossing().names()),
                mark,
                word(visit, mark),
                said.map(one -> detail(visit, standing, one)).orElse(""),
                said.map(CrossingStates::hours).orElse(""),
                said.map(one -> capacity(visit, one)).orElse(""),
                said.map(one -> visit.words().span(age(visit, one))).orElse("—"),
                stale(visit, standing));
    }

    private static String detail(Visit visit, Standing standing, CrossingDaySaid said) {
        if (standing.day().map(CrossingDayView::differ).orElse(false)) {
            return visit.words()
                    .count("crossings.accounts", standing.day().orElseThrow().said().size());
        }
        return openings(visit, said);
    }

    /// What an account says beyond open or closed: which goods, and why.
    static String openings(Visit visit, CrossingDaySaid said) {
        var parts = new ArrayList<String>();
        for (var opening : Optional.ofNullable(said.openings()).orElse(List.of())) {
            var goods =
                    java.util.stream.Stream.of(opening.flow(), opening.category())
                            .filter(Objects::nonNull)
                            .map(code -> visit.words().orCode("flow.code.", code))
                            .collect(Collectors.joining(" · "));
            var why =
                    opening.reason() == null
                            ? ""
                            : visit.words().orCode("crossing.reason.", opening.reason());
            if (goods.isEmpty() && why.isEmpty()) {
                continue;
            }
            parts.add(
                    goods.isEmpty()
                            ? why
                            : goods
                                    + ": "
                                    + word(visit, mark(List.of(opening)))
                                    + (why.isEmpty() ? "" : " (" + why + ")"));
        }
        return String.join("; ", parts);
    }

    static String hours(CrossingDaySaid said) {
        return Optional.ofNullable(said.hours()).orElse(List.of()).stream()
                .map(window -> window.from() + "–" + window.until())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static String capacity(Visit visit, CrossingDaySaid said) {
        return Optional.ofNullable(said.capacities()).orElse(List.of()).stream()
                .map(capacity -> FlowWords.amount(visit, capacity.amount(), capacity.unit().code()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
