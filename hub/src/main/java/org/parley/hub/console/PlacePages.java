package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.places.AreaView;
import org.parley.hub.places.CorridorView;
import org.parley.hub.places.CrossingView;
import org.parley.hub.places.Places;
import org.parley.hub.places.Position;
import org.parley.hub.places.SiteView;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Component;

/// One place whole, whatever it is: what it is called by whom, where it lies as far as the reader
/// may know, and of a crossing each day with all that is said of it.
@Component
class PlacePages {

    private static final int DAYS = 21;
    private static final int AHEAD = 3;

    private final Places places;

    PlacePages(Places places) {
        this.places = places;
    }

    Optional<DetailPage> find(Visit visit, String place) {
        var sight = visit.sight();
        var cut = visit.cut();
        return places.crossing(sight, cut, place)
                .map(found -> crossing(visit, found))
                .or(() -> places.area(sight, cut, place).map(found -> area(visit, found)))
                .or(() -> places.corridor(sight, cut, place).map(found -> corridor(visit, found)))
                .or(() -> places.site(sight, cut, place).map(found -> site(visit, found)));
    }

    private DetailPage crossing(Visit visit, CrossingView found) {
        var today = visit.words().localDay(visit.moment().knownAt());
        var days =
                places.crossingDays(
                                visit.sight(),
                                visit.cut(),
                                found.crossing(),
                                today.minusDays(DAYS),
                                today.plusDays(AHEAD))
                        .reversed();
        var facts = names(visit, found.names());
        add(visit, facts, "places.kind", kind(visit, found.kind()));
        add(visit, facts, "places.zone", found.zone());
        add(visit, facts, "places.position", position(found.position()));
        add(visit, facts, "places.source", found.source());
        add(visit, facts, "places.said-by", visit.partner(found.saidBy()));
        var state =
                days.stream()
                        .filter(day -> !day.day().isAfter(today))
                        .findFirst()
                        .map(
                                day ->
                                        CrossingStates.mark(
                                                new CrossingStates.Standing(
                                                        found, Optional.of(day))))
                        .orElse(Mark.UNKNOWN);
        return new DetailPage(
                visit.shell(Section.PLACES, visit.name(found.names())),
                visit.say("crossings.crossing"),
                visit.name(found.names()),
                Optional.of(Grid.state(state, CrossingStates.word(visit, state))),
                facts,
                List.of(),
                visit.speaks()
                        ? List.of(
                                Link.chief(
                                        visit.say("places.report-day"),
                                        visit.at(
                                                "/places/report-day?crossing=" + found.crossing())))
                        : List.of(),
                List.of(
                        new ListPage.Part(
                                visit.say("places.days"),
                                visit.say("places.days.note"),
                                CrossingDays.of(visit, days),
                                visit.say("places.days.none"))));
    }

    private DetailPage area(Visit visit, AreaView found) {
        var facts = names(visit, found.names());
        add(visit, facts, "places.kind", kind(visit, found.kind()));
        add(visit, facts, "places.pcode", found.pcode());
        add(visit, facts, "places.parent", found.parent());
        add(visit, facts, "places.source", found.source());
        add(visit, facts, "places.said-by", visit.partner(found.saidBy()));
        var boundaries =
                places.boundaries(visit.sight(), visit.cut(), found.area()).stream()
                        .map(
                                boundary ->
                                        Grid.row(
                                                cell(visit.words().date(boundary.validFrom())),
                                                cell(boundary.source())
                                                        .below(
                                                                Optional.ofNullable(
                                                                                boundary
                                                                                        .attribution())
                                                                        .orElse("")),
                                                cell(visit.partner(boundary.saidBy()))))
                        .toList();
        return detail(
                visit,
                "places.area",
                visit.name(found.names()),
                facts,
                List.of(visit.say("map.no-endorsement")),
                List.of(
                        new ListPage.Part(
                                visit.say("places.boundaries"),
                                "",
                                new Grid(
                                        visit.say("places.boundaries"),
                                        List.of(
                                                Grid.text(visit.say("places.valid-from")),
                                                Grid.text(visit.say("places.source")),
                                                Grid.text(visit.say("places.said-by"))),
                                        boundaries),
                                visit.say("places.boundaries.none"))));
    }

    private DetailPage corridor(Visit visit, CorridorView found) {
        var facts = names(visit, found.names());
        add(
                visit,
                facts,
                "places.stops",
                stops(visit, found, places.names(visit.sight(), visit.cut())));
        add(visit, facts, "places.source", found.source());
        add(visit, facts, "places.said-by", visit.partner(found.saidBy()));
        return detail(
                visit, "places.corridor", visit.name(found.names()), facts, List.of(), List.of());
    }

    private DetailPage site(Visit visit, SiteView found) {
        var title = found.names() == null ? found.site() : visit.name(found.names());
        var facts = found.names() == null ? new ArrayList<Fact>() : names(visit, found.names());
        add(visit, facts, "places.kind", found.kind() == null ? null : kind(visit, found.kind()));
        add(visit, facts, "places.area", found.area());
        add(visit, facts, "places.position", position(found.position()));
        add(visit, facts, "places.source", found.source());
        add(visit, facts, "places.said-by", visit.partner(found.saidBy()));
        return detail(
                visit,
                "places.site",
                title,
                facts,
                List.of(visit.say("places.sites.note")),
                List.of());
    }

    private static DetailPage detail(
            Visit visit,
            String kind,
            String title,
            List<Fact> facts,
            List<String> notes,
            List<ListPage.Part> parts) {
        return new DetailPage(
                visit.shell(Section.PLACES, title),
                visit.words().say(kind),
                title,
                Optional.empty(),
                facts,
                notes,
                List.of(),
                parts);
    }

    static String stops(Visit visit, CorridorView corridor, Map<String, Names> names) {
        return Optional.ofNullable(corridor.stops()).orElse(List.of()).stream()
                .map(stop -> Optional.ofNullable(names.get(stop)).map(visit::name).orElse(stop))
                .collect(Collectors.joining(visit.language().rightToLeft() ? " ← " : " → "));
    }

    private static @Nullable String position(@Nullable Position at) {
        return at == null ? null : at.latitude() + ", " + at.longitude();
    }

    private static String kind(Visit visit, String code) {
        return visit.words().orCode("place.kind.", code);
    }

    /// What everybody calls it: no party's name is the right one.
    private static List<Fact> names(Visit visit, Names names) {
        var facts = new ArrayList<Fact>();
        names.byParty()
                .forEach(
                        (party, own) ->
                                facts.add(
                                        Fact.of(
                                                visit.say("places.called-by", visit.partner(party)),
                                                names.in(visit.language().tag(), party))));
        return facts;
    }

    private static void add(Visit visit, List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Fact.of(visit.words().say(key), value));
        }
    }
}
