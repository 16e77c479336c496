package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.hub.console.ListPage.Filter;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FlowFilter;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.hub.places.Places;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.names.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search box: consignments, partners, places and statements that the reader may see.
@PageController
class SearchController {

    /// Of each sort; whoever looks for more narrows down.
    private static final int MOST = 20;

    private static final int LONGEST = 120;

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Flow flow;
    private final Places places;
    private final Statements statements;

    SearchController(Flow flow, Places places, Statements statements) {
        this.flow = flow;
        this.places = places;
        this.statements = statements;
    }

    @GetMapping("/o/{operation}/search")
    ListPage search(Visit visit, @RequestParam(defaultValue = "") String q) {
        var wanted = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        var parts = new ArrayList<Part>();
        if (!wanted.isEmpty()) {
            parts.add(part(visit, "consignments", consignments(visit, wanted)));
            parts.add(
                    part(visit, "partners", named(visit, visit.partners(), "/partners/", wanted)));
            parts.add(
                    part(
                            visit,
                            "places",
                            named(
                                    visit,
                                    places.names(visit.sight(), visit.cut()),
                                    "/places/",
                                    wanted)));
            parts.add(part(visit, "statements", said(visit, wanted)));
        }
        int found = parts.stream().mapToInt(part -> part.grid().rows().size()).sum();
        var title = visit.say("search.title");
        return new ListPage(
                visit.shell(Optional.empty(), title),
                title,
                wanted.isEmpty() ? "" : visit.words().count("search.found", found),
                List.of(new Filter("q", visit.say("search.for"), wanted, List.of())),
                List.of(),
                List.of(),
                parts.stream().filter(part -> found == 0 || !part.grid().rows().isEmpty()).toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static Part part(Visit visit, String sort, List<Grid.Row> rows) {
        var title = visit.say("search." + sort);
        return new Part(
                title,
                rows.size() == MOST ? visit.say("search.first", visit.words().number(MOST)) : "",
                new Grid(
                        title,
                        List.of(Grid.text(title), Grid.text(visit.say("search.detail"))),
                        rows),
                visit.say("search.none"));
    }

    private List<Grid.Row> consignments(Visit visit, String wanted) {
        var filter = new FlowFilter(null, null, null, null, null, null, null, wanted);
        return flow.list(visit.sight(), visit.cut(), filter, "", MOST).stream()
                .map(
                        one ->
                                Grid.row(
                                        link(
                                                one.consignment(),
                                                visit.keeping("/flow/" + one.consignment())),
                                        cell(
                                                visit.partner(one.sender())
                                                        + " → "
                                                        + visit.partner(one.receiver()))))
                .toList();
    }

    private static List<Grid.Row> named(
            Visit visit, Map<String, Names> all, String path, String wanted) {
        return all.entrySet().stream()
                .filter(one -> matches(one.getKey(), one.getValue(), wanted))
                .limit(MOST)
                .map(
                        one ->
                                Grid.row(
                                        link(
                                                visit.name(one.getValue()),
                                                visit.keeping(path + one.getKey())),
                                        cell(one.getKey())))
                .toList();
    }

    /// Whatever anybody calls it, in any language.
    private static boolean matches(String id, Names names, String wanted) {
        var part = wanted.toLowerCase(Locale.ROOT);
        Function<Map<String, String>, Boolean> any =
                some ->
                        some.values().stream()
                                .anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(part));
        return id.contains(part)
                || any.apply(names.common())
                || names.byParty().values().stream().anyMatch(any::apply);
    }

    /// By its id, by number in the log, or by what it is about.
    private List<Grid.Row> said(Visit visit, String wanted) {
        return ID.matcher(wanted).matches()
                ? withId(visit, StatementId.parse(wanted.toLowerCase(Locale.ROOT)))
                : about(visit, wanted);
    }

    /// An id is its originator's; whose it is, the search does not know.
    private List<Grid.Row> withId(Visit visit, StatementId id) {
        return visit.partners().keySet().stream()
                .flatMap(
                        by ->
                                statements
                                        .find(visit.sight(), visit.cut(), new PartnerId(by), id)
                                        .stream())
                .map(one -> row(visit, one))
                .toList();
    }

    private List<Grid.Row> about(Visit visit, String wanted) {
        boolean number = wanted.matches("#?\\d{1,12}");
        var found =
                number
                        ? statements.list(
                                visit.sight(),
                                visit.cut(),
                                StatementFilter.ALL,
                                Long.parseLong(wanted.replace("#", "")) + 1,
                                1)
                        : statements.list(
                                visit.sight(),
                                visit.cut(),
                                new StatementFilter(null, null, wanted),
                                null,
                                MOST);
        return found.stream()
                .filter(one -> !number || one.index() == Long.parseLong(wanted.replace("#", "")))
                .map(one -> row(visit, one))
                .toList();
    }

    private static Grid.Row row(Visit visit, StatementView one) {
        return Grid.row(
                link(
                        visit.words().orCode("type.", one.type()),
                        visit.keeping("/journal/" + one.originator() + "/" + one.id())),
                cell(
                        visit.partner(one.originator())
                                + " · "
                                + visit.words().dayAndTime(one.heardAt())));
    }
}
