package org.parley.hub.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.parley.hub.console.map.BaseMap;
import org.parley.hub.console.map.Cartographer;
import org.parley.hub.console.map.Drawing;
import org.parley.hub.console.map.Subject;
import org.parley.hub.places.AreaView;
import org.parley.hub.places.BoundaryView;
import org.parley.hub.places.Places;
import org.parley.hub.places.Position;
import org.parley.hub.places.SiteView;
import org.springframework.stereotype.Component;

/// What the picture's map shows: areas, corridors, crossings with their state, and sites whose
/// exact place the reader may know.
@Component
class PictureMap {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int SITES = 100;

    /// The kind of an area that is the land around an operation, drawn as the ground: only where
    /// somebody described it is what lies outside of it known to be sea.
    private static final String LAND = "region";

    private final Places places;
    private final Cartographer cartographer = new Cartographer(BaseMap.shipped());

    PictureMap(Places places) {
        this.places = places;
    }

    Optional<Drawing> of(Visit visit, List<CrossingStates.Standing> standings) {
        var known = new HashMap<String, Position>();
        var sites = new ArrayList<Subject.Site>();
        for (var standing : standings) {
            var position = standing.crossing().position();
            if (position != null) {
                known.put(standing.crossing().crossing(), position);
                sites.add(crossing(visit, standing, position));
            }
        }
        for (var site : places.sites(visit.sight(), visit.cut(), null, "", SITES)) {
            var position = site.position();
            if (position != null) {
                known.put(site.site(), position);
                sites.add(site(visit, site, position));
            }
        }
        return cartographer.draw(new Subject(areas(visit), ways(visit, known), sites));
    }

    private static Subject.Site crossing(
            Visit visit, CrossingStates.Standing standing, Position at) {
        var mark = CrossingStates.mark(standing);
        return new Subject.Site(
                visit.name(standing.crossing().names()),
                standing.latest().map(CrossingStates::hours).orElse(""),
                standing.crossing().kind().equals("sea") ? Icon.ANCHOR : Icon.GATE,
                mark,
                CrossingStates.word(visit, mark),
                at.longitude(),
                at.latitude(),
                visit.keeping("/places/" + standing.crossing().crossing()));
    }

    private static Subject.Site site(Visit visit, SiteView site, Position at) {
        var name = site.names() == null ? site.site() : visit.name(site.names());
        return new Subject.Site(
                name,
                "",
                Icon.HOUSE,
                Mark.PLANNED,
                site.kind() == null ? "" : visit.words().orCode("place.kind.", site.kind()),
                at.longitude(),
                at.latitude(),
                visit.keeping("/places/" + site.site()));
    }

    /// An area that others lie in has no name on the map: theirs stand there.
    private List<Subject.Area> areas(Visit visit) {
        var described = new HashMap<String, AreaView>();
        var parents = new HashSet<String>();
        for (var area : places.areas(visit.sight(), visit.cut())) {
            described.put(area.area(), area);
            if (area.parent() != null) {
                parents.add(area.parent());
            }
        }
        var today = visit.words().localDay(visit.moment().knownAt());
        var drawn = new HashMap<String, Subject.Area>();
        for (BoundaryView boundary : places.boundariesOn(visit.sight(), visit.cut(), today)) {
            var area = described.get(boundary.area());
            if (boundary.outline() != null) {
                drawn.putIfAbsent(
                        boundary.area(),
                        new Subject.Area(
                                name(visit, boundary.area(), area, parents),
                                boundary.outline().geometry(),
                                area != null && area.kind().equals(LAND)));
            }
        }
        return List.copyOf(drawn.values());
    }

    private static String name(
            Visit visit, String id, @Nullable AreaView area, Set<String> parents) {
        if (parents.contains(id)) {
            return "";
        }
        return area == null ? id : visit.name(area.names());
    }

    private List<Subject.Way> ways(Visit visit, Map<String, Position> known) {
        var ways = new ArrayList<Subject.Way>();
        for (var corridor : places.corridors(visit.sight(), visit.cut())) {
            var stops =
                    Optional.ofNullable(corridor.stops()).orElse(List.of()).stream()
                            .map(known::get)
                            .filter(java.util.Objects::nonNull)
                            .map(at -> new Coordinate(at.longitude(), at.latitude()))
                            .toArray(Coordinate[]::new);
            if (stops.length > 1) {
                ways.add(
                        new Subject.Way(
                                visit.name(corridor.names()), SHAPES.createLineString(stops)));
            }
        }
        return ways;
    }
}
