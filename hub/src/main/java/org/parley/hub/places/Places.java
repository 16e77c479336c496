package org.parley.hub.places;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.hub.places.PlaceStore.Named;
import org.parley.hub.places.PlaceStore.SitesAsked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Service;

/// What others may ask about the places of an operation. There is no question for the site nearest
/// to a point and none for what lies outside a set: those would help somebody to aim.
@Service
public class Places {

    /// Days in one answer at most.
    public static final int MOST_DAYS = 366;

    /// Sites in one answer at most.
    public static final int MOST_SITES = 10_000;

    private final PlaceStore places;
    private final BoundaryStore boundaries;
    private final CrossingDayStore days;
    private final Locations locations;
    private final PositionsGiven given;
    private final WorkingAreaStore working;

    Places(
            PlaceStore places,
            BoundaryStore boundaries,
            CrossingDayStore days,
            Locations locations,
            PositionsGiven given,
            WorkingAreaStore working) {
        this.places = places;
        this.boundaries = boundaries;
        this.days = days;
        this.locations = locations;
        this.given = given;
        this.working = working;
    }

    /// All areas that the reader may see, by id.
    public List<AreaView> areas(Sight sight, Cut cut) {
        return DescribedRow.sideBySide(places.list(sight, cut, What.AREA, null), AreaView::of);
    }

    public Optional<AreaView> area(Sight sight, Cut cut, String area) {
        return DescribedRow.sideBySide(places.list(sight, cut, What.AREA, area), AreaView::of)
                .stream()
                .findFirst();
    }

    /// All that is said of an area's boundary, the one that holds from the latest day first.
    public List<BoundaryView> boundaries(Sight sight, Cut cut, String area) {
        return boundaries.of(sight, cut, area);
    }

    /// For each area, the boundary of each originator that holds on a day: for drawing maps.
    public List<BoundaryView> boundariesOn(Sight sight, Cut cut, LocalDate day) {
        return boundaries.on(sight, cut, day);
    }

    /// All crossings that the reader may see, by id.
    public List<CrossingView> crossings(Sight sight, Cut cut) {
        return DescribedRow.sideBySide(
                places.list(sight, cut, What.CROSSING, null), CrossingView::of);
    }

    public Optional<CrossingView> crossing(Sight sight, Cut cut, String crossing) {
        return DescribedRow.sideBySide(
                        places.list(sight, cut, What.CROSSING, crossing), CrossingView::of)
                .stream()
                .findFirst();
    }

    /// All corridors that the reader may see, by id.
    public List<CorridorView> corridors(Sight sight, Cut cut) {
        return DescribedRow.sideBySide(
                places.list(sight, cut, What.CORRIDOR, null), CorridorView::of);
    }

    public Optional<CorridorView> corridor(Sight sight, Cut cut, String corridor) {
        return DescribedRow.sideBySide(
                        places.list(sight, cut, What.CORRIDOR, corridor), CorridorView::of)
                .stream()
                .findFirst();
    }

    /// Sites that the reader may see, by id. Where others' sites lie is said only of those in the
    /// reader's working areas, and of so many a day.
    ///
    /// @param kind only these; null for all
    /// @param after only those whose id is greater; empty for the first page
    public List<SiteView> sites(
            Sight sight, Cut cut, @Nullable String kind, String after, int limit) {
        return DescribedRow.sideBySide(
                given.listed(sight, sites(sight, cut, kind, after, limit, true)), SiteView::of);
    }

    /// The same where nobody wants to know where they lie.
    public List<SiteView> sitesUnplaced(Sight sight, Cut cut, int limit) {
        return DescribedRow.sideBySide(sites(sight, cut, null, "", limit, false), SiteView::of);
    }

    private List<DescribedRow> sites(
            Sight sight, Cut cut, @Nullable String kind, String after, int limit, boolean exact) {
        return places.sites(
                sight, cut, new SitesAsked(null, kind, after, Math.min(limit, MOST_SITES), exact));
    }

    public Optional<SiteView> site(Sight sight, Cut cut, String site) {
        return DescribedRow.sideBySide(
                        places.sites(sight, cut, new SitesAsked(site, null, "", 1, true)).stream()
                                .map(row -> PositionsGiven.single(sight, row))
                                .toList(),
                        SiteView::of)
                .stream()
                .findFirst();
    }

    /// Who says that it works where, in the order in which it was said.
    public List<WorkingAreaView> workingAreas(Sight sight, Cut cut) {
        return working.list(sight, cut);
    }

    /// What is said of a crossing's days, rivals side by side. Days of which nobody said anything
    /// are not there.
    ///
    /// @param until the last day, included
    public List<CrossingDayView> crossingDays(
            Sight sight, Cut cut, String crossing, LocalDate from, LocalDate until) {
        check(from, until);
        return byDay(days.days(sight, cut, crossing, from, until));
    }

    /// The same for all crossings, by crossing and day.
    public List<CrossingDayView> crossingDays(
            Sight sight, Cut cut, LocalDate from, LocalDate until) {
        check(from, until);
        return byDay(days.days(sight, cut, null, from, until));
    }

    /// What each place is called that the reader may see, by id: for showing records that refer to
    /// places.
    public Map<String, Names> names(Sight sight, Cut cut) {
        var names = new LinkedHashMap<String, Names>();
        for (Named named : places.names(sight, cut)) {
            names.put(named.place(), named.names());
        }
        return names;
    }

    /// The areas that a place lies in as far as the reader may know, from the smallest outwards; a
    /// reader who may not see a site's exact place is told from the area that was said alone.
    ///
    /// @param day whose boundaries count
    public SequencedSet<String> areasOf(Sight sight, Cut cut, String place, LocalDate day) {
        return locations.areasOf(Scope.of(sight, cut), place, day);
    }

    /// The areas that a place (an area, a crossing or a site) lies in, from the smallest outwards,
    /// for footprint checks: at the writer's current state, so call it inside
    /// [org.parley.hub.journal.StatementKind#decide], and never show the answer, which knows more
    /// than any reader. Takes every originator's word and latest boundary, whatever its audience,
    /// and counts what lies within a boundary's stated tolerance as inside. Empty when nothing is
    /// known of the place, which `partners.Footprint` takes as inside every forbidden area.
    public SequencedSet<String> areasOf(OperationId operation, String place) {
        return locations.areasOf(Scope.writer(operation), place, null);
    }

    /// The same by the boundaries that hold on a day.
    public SequencedSet<String> areasOf(OperationId operation, String place, LocalDate day) {
        return locations.areasOf(Scope.writer(operation), place, day);
    }

    /// Whether somebody has described a place of this id, of whatever kind and for whatever
    /// audience: for marking what refers to it, inside `decide`.
    public boolean exists(OperationId operation, String place) {
        return places.exists(operation, place, What.values());
    }

    private static void check(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new InvalidValue(
                    "until", "value.until-first", "{until} is before from {from}", until, from);
        }
        if (ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
            throw new InvalidValue(
                    "until", "value.span", "must be less than {most} days after from", MOST_DAYS);
        }
    }

    private record Day(String crossing, LocalDate day) {}

    private static List<CrossingDayView> byDay(List<CrossingDayStore.Row> rows) {
        var byDay = new LinkedHashMap<Day, List<CrossingDaySaid>>();
        for (var row : rows) {
            byDay.computeIfAbsent(new Day(row.crossing(), row.day()), _ -> new ArrayList<>())
                    .add(row.said());
        }
        return byDay.entrySet().stream()
                .map(
                        day ->
                                CrossingDayView.of(
                                        day.getKey().crossing(),
                                        day.getKey().day(),
                                        day.getValue()))
                .toList();
    }
}
