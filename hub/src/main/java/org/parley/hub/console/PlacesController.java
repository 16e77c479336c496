package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;

import java.util.List;
import java.util.Optional;
import org.parley.hub.api.NotFound;
import org.parley.hub.places.AreaView;
import org.parley.hub.places.CorridorView;
import org.parley.hub.places.Places;
import org.parley.hub.places.SiteView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Crossings with their state, corridors, areas and sites, and one of them whole.
@PageController
class PlacesController {

    private static final int SITES = 200;

    private final Places places;
    private final CrossingStates states;
    private final PlacePages pages;

    PlacesController(Places places, CrossingStates states, PlacePages pages) {
        this.places = places;
        this.states = states;
        this.pages = pages;
    }

    @GetMapping("/o/{operation}/places")
    ListPage list(Visit visit) {
        return new ListPage(
                visit.shell(Section.PLACES, visit.say("places.title")),
                visit.say("places.title"),
                visit.say("places.note"),
                List.of(),
                List.of(),
                visit.speaks()
                        ? List.of(
                                Link.chief(
                                        visit.say("places.report-day"),
                                        visit.at("/places/report-day")),
                                Link.to(
                                        visit.say("say.working-area"),
                                        visit.at("/say/working-area")))
                        : List.of(),
                List.of(
                        crossings(visit),
                        corridors(visit),
                        areas(visit),
                        sites(visit),
                        workingAreas(visit)),
                Optional.empty(),
                Optional.empty());
    }

    private ListPage.Part crossings(Visit visit) {
        var rows = states.all(visit).stream().map(one -> states.row(visit, one)).toList();
        return new ListPage.Part(
                visit.say("crossings.title"),
                visit.words().count("crossings.watched", rows.size()),
                new Grid(
                        visit.say("crossings.caption"),
                        List.of(
                                Grid.text(visit.say("crossings.crossing")),
                                Grid.text(visit.say("crossings.state")),
                                Grid.spare(visit.say("crossings.hours")),
                                Grid.spare(visit.say("crossings.count")),
                                Grid.text(visit.say("crossings.age"))),
                        rows.stream()
                                .map(
                                        row ->
                                                new Grid.Row(
                                                        List.of(
                                                                link(row.name(), row.link()),
                                                                Grid.state(row.mark(), row.state())
                                                                        .below(row.since()),
                                                                cell(row.hours()),
                                                                cell(row.count()),
                                                                cell(row.age())),
                                                        row.stale()))
                                .toList()),
                visit.say("crossings.none"));
    }

    private ListPage.Part corridors(Visit visit) {
        var found = places.corridors(visit.sight(), visit.cut());
        var names = places.names(visit.sight(), visit.cut());
        return new ListPage.Part(
                visit.say("places.corridors"),
                "",
                new Grid(
                        visit.say("places.corridors"),
                        List.of(
                                Grid.text(visit.say("places.corridor")),
                                Grid.text(visit.say("places.stops")),
                                Grid.spare(visit.say("places.said-by"))),
                        found.stream().map(one -> corridor(visit, one, names)).toList()),
                visit.say("places.corridors.none"));
    }

    private static Grid.Row corridor(
            Visit visit,
            CorridorView one,
            java.util.Map<String, org.parley.kernel.names.Names> names) {
        return Grid.row(
                link(visit.name(one.names()), visit.keeping("/places/" + one.corridor())),
                cell(PlacePages.stops(visit, one, names)),
                cell(visit.partner(one.saidBy())));
    }

    private ListPage.Part areas(Visit visit) {
        var found = places.areas(visit.sight(), visit.cut());
        return new ListPage.Part(
                visit.say("places.areas"),
                visit.say("map.no-endorsement"),
                new Grid(
                        visit.say("places.areas"),
                        List.of(
                                Grid.text(visit.say("places.area")),
                                Grid.text(visit.say("places.pcode")),
                                Grid.spare(visit.say("places.kind")),
                                Grid.spare(visit.say("places.said-by"))),
                        found.stream().map(one -> area(visit, one)).toList()),
                visit.say("places.areas.none"));
    }

    private static Grid.Row area(Visit visit, AreaView one) {
        return Grid.row(
                link(visit.name(one.names()), visit.keeping("/places/" + one.area())),
                Grid.code(Optional.ofNullable(one.pcode()).orElse("—")),
                cell(visit.words().orCode("place.kind.", one.kind())),
                cell(visit.partner(one.saidBy())));
    }

    private ListPage.Part sites(Visit visit) {
        var found = places.sitesUnplaced(visit.sight(), visit.cut(), SITES);
        return new ListPage.Part(
                visit.say("places.sites"),
                visit.say("places.sites.note"),
                new Grid(
                        visit.say("places.sites"),
                        List.of(
                                Grid.text(visit.say("places.site")),
                                Grid.text(visit.say("places.kind")),
                                Grid.spare(visit.say("places.area")),
                                Grid.spare(visit.say("places.said-by"))),
                        found.stream().map(one -> site(visit, one)).toList()),
                visit.say("places.sites.none"));
    }

    private static Grid.Row site(Visit visit, SiteView one) {
        return Grid.row(
                link(
                        one.names() == null ? one.site() : visit.name(one.names()),
                        visit.keeping("/places/" + one.site())),
                cell(one.kind() == null ? "—" : visit.words().orCode("place.kind.", one.kind())),
                cell(Optional.ofNullable(one.area()).orElse("—")),
                cell(visit.partner(one.saidBy())));
    }

    private ListPage.Part workingAreas(Visit visit) {
        var names = places.names(visit.sight(), visit.cut());
        var found = places.workingAreas(visit.sight(), visit.cut());
        return new ListPage.Part(
                visit.say("places.working"),
                visit.say("places.working.note"),
                new Grid(
                        visit.say("places.working"),
                        List.of(
                                Grid.text(visit.say("places.working.organisation")),
                                Grid.text(visit.say("places.area")),
                                Grid.text(visit.say("places.working.from")),
                                Grid.text(visit.say("places.working.until"))),
                        found.stream()
                                .map(
                                        one ->
                                                Grid.row(
                                                        cell(visit.partner(one.organisation())),
                                                        cell(
                                                                Optional.ofNullable(
                                                                                names.get(
                                                                                        one.area()))
                                                                        .map(visit::name)
                                                                        .orElse(one.area())),
                                                        cell(visit.words().date(one.from())),
                                                        cell(visit.words().date(one.until()))))
                                .toList()),
                visit.say("places.working.none"));
    }

    @GetMapping("/o/{operation}/places/{place}")
    DetailPage show(Visit visit, @PathVariable String place) {
        return pages.find(visit, place).orElseThrow(NotFound::new);
    }
}
