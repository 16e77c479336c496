package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Paging;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentRow;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FlowFilter;
import org.parley.hub.flow.Stage;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The flow of assistance: a board by stages, the same as a table, and where it is lost and held
/// up.
@PageController
class BoardController {

    private final Flow flow;
    private final BoardDesk desk;
    private final BottleneckDesk bottlenecks;

    BoardController(Flow flow, BoardDesk desk, BottleneckDesk bottlenecks) {
        this.flow = flow;
        this.desk = desk;
        this.bottlenecks = bottlenecks;
    }

    @GetMapping("/o/{operation}/flow")
    BoardPage board(Visit visit, @RequestParam(defaultValue = "humanitarian") String kind) {
        return desk.board(visit, AssistanceKind.of(kind));
    }

    @GetMapping("/o/{operation}/flow/bottlenecks")
    ListPage bottlenecks(Visit visit, @RequestParam(defaultValue = "humanitarian") String kind) {
        return bottlenecks.page(visit, AssistanceKind.of(kind));
    }

    /// What a reader asked of the table; an empty text does not narrow.
    record Asked(
            String kind,
            String stage,
            String organisation,
            String corridor,
            String crossing,
            String text) {

        FlowFilter filter() {
            return new FlowFilter(
                    stage.isBlank() ? null : Stage.of(stage),
                    kind.isBlank() ? null : AssistanceKind.of(kind),
                    organisation.isBlank() ? null : new PartnerId(organisation.strip()),
                    given(crossing),
                    given(corridor),
                    null,
                    null,
                    given(text));
        }

        private static @Nullable String given(String text) {
            return text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping("/o/{operation}/flow/table")
    ListPage table(
            Visit visit,
            Paging paging,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String corridor,
            @RequestParam(defaultValue = "") String crossing,
            @RequestParam(defaultValue = "") String text) {
        var asked = new Asked(kind, stage, organisation, corridor, crossing, text);
        var found =
                flow.list(
                        visit.sight(),
                        visit.cut(),
                        asked.filter(),
                        paging.after().orElse(""),
                        paging.limit() + 1);
        boolean more = found.size() > paging.limit();
        var shown = found.subList(0, Math.min(found.size(), paging.limit()));
        return new ListPage(
                visit.shell(Section.FLOW, visit.say("flow.title")),
                visit.say("flow.title"),
                visit.say("flow.table.note"),
                filters(visit, asked),
                BoardDesk.views(visit, "/flow/table"),
                BoardDesk.actions(visit),
                List.of(
                        new ListPage.Part(
                                visit.say("flow.consignments"),
                                visit.say("flow.tonnes.note"),
                                grid(visit, shown),
                                visit.say("flow.none"))),
                paging.after()
                        .map(_ -> Link.to(visit.say("list.first"), address(visit, asked, null))),
                more
                        ? Optional.of(
                                Link.to(
                                        visit.say("list.more"),
                                        address(visit, asked, shown.getLast().consignment())))
                        : Optional.empty());
    }

    private static String address(Visit visit, Asked asked, @Nullable String after) {
        var query = new ArrayList<String>();
        add(query, "kind", asked.kind());
        add(query, "stage", asked.stage());
        add(query, "organisation", asked.organisation());
        add(query, "corridor", asked.corridor());
        add(query, "crossing", asked.crossing());
        add(query, "text", asked.text());
        add(query, "after", after == null ? "" : after);
        return visit.keeping(
                "/flow/table" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isBlank()) {
            query.add(
                    name
                            + "="
                            + java.net.URLEncoder.encode(
                                    value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static List<ListPage.Filter> filters(Visit visit, Asked asked) {
        return List.of(
                BoardDesk.kinds(visit, asked.kind(), true),
                new ListPage.Filter("stage", visit.say("flow.stage"), asked.stage(), stages(visit)),
                new ListPage.Filter(
                        "organisation",
                        visit.say("flow.organisation"),
                        asked.organisation(),
                        organisations(visit)),
                new ListPage.Filter("text", visit.say("flow.text"), asked.text(), List.of()));
    }

    private static List<ListPage.Option> stages(Visit visit) {
        var options = new ArrayList<ListPage.Option>();
        options.add(new ListPage.Option("", visit.say("list.all")));
        for (var stage : Stage.values()) {
            options.add(new ListPage.Option(stage.code(), FlowWords.stage(visit, stage.code())));
        }
        return options;
    }

    private static List<ListPage.Option> organisations(Visit visit) {
        var options = new ArrayList<ListPage.Option>();
        options.add(new ListPage.Option("", visit.say("list.all")));
        visit.partners()
                .keySet()
                .forEach(id -> options.add(new ListPage.Option(id, visit.partner(id))));
        return options;
    }

    private static Grid grid(Visit visit, List<ConsignmentRow> rows) {
        return new Grid(
                visit.say("flow.consignments"),
                List.of(
                        Grid.text(visit.say("flow.consignment")),
                        Grid.text(visit.say("flow.goods")),
                        Grid.text(visit.say("flow.stage")),
                        Grid.number(visit.say("flow.tonnes")),
                        Grid.spare(visit.say("flow.from-to")),
                        Grid.spare(visit.say("flow.kind")),
                        Grid.spare(visit.say("flow.ready"))),
                rows.stream().map(row -> row(visit, row)).toList());
    }

    private static Grid.Row row(Visit visit, ConsignmentRow row) {
        var mark = FlowWords.mark(row.stage());
        return Grid.row(
                Grid.link(row.consignment(), visit.keeping("/flow/" + row.consignment())),
                Grid.cell(FlowWords.goods(visit, row)),
                Grid.state(mark, FlowWords.stage(visit, row.stage()))
                        .below(
                                row.stageSince() == null
                                        ? ""
                                        : visit.words().dayAndTime(row.stageSince())),
                Grid.cell(row.tonnes() == null ? "—" : visit.words().number(row.tonnes()))
                        .below(
                                row.lines() == null
                                        ? ""
                                        : visit.say(
                                                "flow.coverage",
                                                visit.words().number(weighed(row)),
                                                visit.words().number(row.lines()))),
                Grid.cell(BoardDesk.parties(visit, row)),
                Grid.cell(FlowWords.kind(visit, row.kind())),
                Grid.cell(row.readyOn() == null ? "—" : visit.words().date(row.readyOn())));
    }

    private static int weighed(ConsignmentRow row) {
        return row.linesWeighed() == null ? 0 : row.linesWeighed();
    }
}
