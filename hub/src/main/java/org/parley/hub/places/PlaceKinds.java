package org.parley.hub.places;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// What can be said about places. All but the declaration of a working area is a report: never
/// refused, marked where it does not fit what else is known.
@Component
class PlaceKinds implements StatementKinds {

    static final String SITE = "places.site-described";
    static final String PARENT_UNKNOWN = "places.parent-unknown";
    static final String P_CODE_TAKEN = "places.pcode-taken";
    static final String AREA_UNKNOWN = "places.area-unknown";
    static final String STOP_UNKNOWN = "places.stop-unknown";

    private final PlaceStore places;
    private final BoundaryStore boundaries;
    private final CrossingDayKind crossingDays;
    private final WorkingAreas working;

    PlaceKinds(
            PlaceStore places,
            BoundaryStore boundaries,
            CrossingDayKind crossingDays,
            WorkingAreas working) {
        this.places = places;
        this.boundaries = boundaries;
        this.crossingDays = crossingDays;
        this.working = working;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(
                StatementKind.of(
                        "places.area-described",
                        AreaDescribed.class,
                        this::decide,
                        entry -> places.save(entry, Described.of(entry.body()))),
                StatementKind.of(
                        "places.boundary-drawn",
                        BoundaryDrawn.class,
                        said -> inKnownArea(said.operation(), said.body().area()),
                        boundaries::save),
                StatementKind.of(
                        "places.crossing-described",
                        CrossingDescribed.class,
                        said -> inKnownArea(said.operation(), said.body().area()),
                        entry -> places.save(entry, Described.of(entry.body()))),
                StatementKind.of(
                        SITE,
                        SiteDescribed.class,
                        said -> inKnownArea(said.operation(), said.body().area()),
                        this::saveSite),
                StatementKind.of(
                        "places.corridor-described",
                        CorridorDescribed.class,
                        said -> alongKnownStops(said.operation(), said.body().stops()),
                        entry -> places.save(entry, Described.of(entry.body()))),
                crossingDays,
                working.kind());
    }

    private Verdict decide(Said<AreaDescribed> said) {
        var marks = new TreeSet<String>();
        var area = said.body();
        if (area.parent() != null && !places.exists(said.operation(), area.parent(), What.AREA)) {
            marks.add(PARENT_UNKNOWN);
        }
        if (area.pcode() != null
                && places.pCodeTaken(said.operation(), area.pcode(), area.area())) {
            marks.add(P_CODE_TAKEN);
        }
        return Verdict.accepted(marks);
    }

    private Verdict inKnownArea(OperationId operation, @Nullable String area) {
        return area == null || places.exists(operation, area, What.AREA)
                ? Verdict.accepted()
                : Verdict.accepted(Set.of(AREA_UNKNOWN));
    }

    private Verdict alongKnownStops(OperationId operation, List<String> stops) {
        return stops.stream()
                        .allMatch(
                                stop ->
                                        places.exists(
                                                operation,
                                                stop,
                                                What.CROSSING,
                                                What.SITE,
                                                What.AREA))
                ? Verdict.accepted()
                : Verdict.accepted(Set.of(STOP_UNKNOWN));
    }

    private void saveSite(Entry<SiteDescribed> entry) {
        places.save(entry, Described.of(entry.body()));
        places.savePosition(entry);
    }
}
