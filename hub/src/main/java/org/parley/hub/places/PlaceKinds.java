package org.parley.hub.places;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// What can be said about places. All of it is a report: never refused, marked where it does not
/// fit what else is known.
final class PlaceKinds {

    static final String PARENT_UNKNOWN = "places.parent-unknown";
    static final String P_CODE_TAKEN = "places.pcode-taken";
    static final String AREA_UNKNOWN = "places.area-unknown";
    static final String STOP_UNKNOWN = "places.stop-unknown";

    private PlaceKinds() {}

    @Component
    static final class Areas implements StatementKind<AreaDescribed> {

        private final PlaceStore store;

        Areas(PlaceStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "places.area-described";
        }

        @Override
        public Class<AreaDescribed> body() {
            return AreaDescribed.class;
        }

        @Override
        public Verdict decide(Said<AreaDescribed> said) {
            var marks = new TreeSet<String>();
            var area = said.body();
            if (area.parent() != null
                    && !store.exists(said.operation(), area.parent(), What.AREA)) {
                marks.add(PARENT_UNKNOWN);
            }
            if (area.pcode() != null
                    && store.pCodeTaken(said.operation(), area.pcode(), area.area())) {
                marks.add(P_CODE_TAKEN);
            }
            return Verdict.accepted(marks);
        }

        @Override
        public void apply(Entry<AreaDescribed> entry) {
            store.save(entry, Described.of(entry.body()));
        }
    }

    @Component
    static final class Boundaries implements StatementKind<BoundaryDrawn> {

        private final PlaceStore places;
        private final BoundaryStore store;

        Boundaries(PlaceStore places, BoundaryStore store) {
            this.places = places;
            this.store = store;
        }

        @Override
        public String type() {
            return "places.boundary-drawn";
        }

        @Override
        public Class<BoundaryDrawn> body() {
            return BoundaryDrawn.class;
        }

        @Override
        public Verdict decide(Said<BoundaryDrawn> said) {
            return places.exists(said.operation(), said.body().area(), What.AREA)
                    ? Verdict.accepted()
                    : Verdict.accepted(Set.of(AREA_UNKNOWN));
        }

        @Override
        public void apply(Entry<BoundaryDrawn> entry) {
            store.save(entry);
        }
    }

    @Component
    static final class Crossings implements StatementKind<CrossingDescribed> {

        private final PlaceStore store;

        Crossings(PlaceStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "places.crossing-described";
        }

        @Override
        public Class<CrossingDescribed> body() {
            return CrossingDescribed.class;
        }

        @Override
        public Verdict decide(Said<CrossingDescribed> said) {
            return inKnownArea(store, said, said.body().area());
        }

        @Override
        public void apply(Entry<CrossingDescribed> entry) {
            store.save(entry, Described.of(entry.body()));
        }
    }

    @Component
    static final class Sites implements StatementKind<SiteDescribed> {

        private final PlaceStore store;

        Sites(PlaceStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "places.site-described";
        }

        @Override
        public Class<SiteDescribed> body() {
            return SiteDescribed.class;
        }

        @Override
        public Verdict decide(Said<SiteDescribed> said) {
            return inKnownArea(store, said, said.body().area());
        }

        @Override
        public void apply(Entry<SiteDescribed> entry) {
            store.save(entry, Described.of(entry.body()));
            store.savePosition(entry);
        }
    }

    @Component
    static final class Corridors implements StatementKind<CorridorDescribed> {

        private final PlaceStore store;

        Corridors(PlaceStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "places.corridor-described";
        }

        @Override
        public Class<CorridorDescribed> body() {
            return CorridorDescribed.class;
        }

        @Override
        public Verdict decide(Said<CorridorDescribed> said) {
            boolean known =
                    said.body().stops().stream()
                            .allMatch(
                                    stop ->
                                            store.exists(
                                                    said.operation(),
                                                    stop,
                                                    What.CROSSING,
                                                    What.SITE,
                                                    What.AREA));
            return known ? Verdict.accepted() : Verdict.accepted(Set.of(STOP_UNKNOWN));
        }

        @Override
        public void apply(Entry<CorridorDescribed> entry) {
            store.save(entry, Described.of(entry.body()));
        }
    }

    private static Verdict inKnownArea(PlaceStore store, Said<?> said, @Nullable String area) {
        return area == null || store.exists(said.operation(), area, What.AREA)
                ? Verdict.accepted()
                : Verdict.accepted(Set.of(AREA_UNKNOWN));
    }
}
