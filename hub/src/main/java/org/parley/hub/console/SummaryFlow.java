package org.parley.hub.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FlowFigure;
import org.parley.hub.flow.FunnelView;
import org.parley.hub.journal.Cut;
import org.springframework.stereotype.Component;

/// What changed in the flow of assistance from one cut to a later one: how much more took each
/// step, what authorities ruled and why, and what has waited long. Each kind of assistance by
/// itself.
@Component
class SummaryFlow {

    /// What has been where it is for so long is worth a line on the summary.
    private static final Duration LONG = Duration.ofHours(72);

    private final Flow flow;
    private final SummaryRulings rulings;

    SummaryFlow(Flow flow, SummaryRulings rulings) {
        this.flow = flow;
        this.rulings = rulings;
    }

    List<Part> between(Visit visit, Cut from, Cut until) {
        return List.of(steps(visit, from, until), rulings.since(visit, from), waiting(visit, from));
    }

    private Part steps(Visit visit, Cut from, Cut until) {
        var before = flow.funnel(visit.sight(), from, null);
        var changes =
                flow.funnel(visit.sight(), until, null).stream()
                        .map(now -> Changed.of(now, before))
                        .filter(one -> !one.steps().isEmpty())
                        .toList();
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.text(visit.say("flow.step")));
        changes.forEach(one -> columns.add(Grid.number(FlowWords.kind(visit, one.now().kind()))));
        return new Part(
                visit.say("summary.flow"),
                visit.say("summary.flow.note"),
                new Grid(visit.say("summary.flow"), columns, rows(visit, changes)),
                visit.say("summary.flow.none"));
    }

    private static List<Grid.Row> rows(Visit visit, List<Changed> changes) {
        var rules = new LinkedHashMap<String, FlowFigure>();
        changes.forEach(
                one -> one.now().bars().forEach(bar -> rules.put(bar.step(), bar.tonnes())));
        return rules.entrySet().stream()
                .filter(
                        rule ->
                                changes.stream()
                                        .anyMatch(one -> one.steps().containsKey(rule.getKey())))
                .map(rule -> row(visit, rule.getKey(), rule.getValue(), changes))
                .toList();
    }

    private static Grid.Row row(Visit visit, String step, FlowFigure rule, List<Changed> changes) {
        var cells = new ArrayList<Grid.Cell>();
        cells.add(
                Grid.cell(visit.words().orCode("flow.step.", step))
                        .below(FlowWords.rule(visit, rule)));
        changes.forEach(one -> cells.add(cell(visit, one.steps().get(step))));
        return new Grid.Row(cells, false);
    }

    private static Grid.Cell cell(Visit visit, @Nullable More more) {
        return more == null
                ? Grid.cell("")
                : Grid.cell(signed(visit, more.tonnes()) + " " + FlowWords.unit(visit, "tonne"))
                        .below(
                                signed(visit, more.consignments())
                                        + " · "
                                        + FlowWords.coverage(visit, more.now().tonnes()));
    }

    private static String signed(Visit visit, BigDecimal more) {
        return (more.signum() > 0 ? "+" : "") + visit.words().number(more);
    }

    /// By how much a step grew, or shrank where reports were corrected.
    private record More(FunnelView.Bar now, BigDecimal tonnes, BigDecimal consignments) {

        boolean nothing() {
            return tonnes.signum() == 0 && consignments.signum() == 0;
        }
    }

    /// The steps of one kind of assistance that changed.
    private record Changed(FunnelView now, Map<String, More> steps) {

        static Changed of(FunnelView now, List<FunnelView> before) {
            var earlier = new HashMap<String, FunnelView.Bar>();
            before.stream()
                    .filter(funnel -> funnel.kind().equals(now.kind()))
                    .flatMap(funnel -> funnel.bars().stream())
                    .forEach(bar -> earlier.put(bar.step(), bar));
            var steps = new HashMap<String, More>();
            for (var bar : now.bars()) {
                var more = more(bar, earlier.get(bar.step()));
                if (!more.nothing()) {
                    steps.put(bar.step(), more);
                }
            }
            return new Changed(now, steps);
        }

        private static More more(FunnelView.Bar now, FunnelView.@Nullable Bar before) {
            return before == null
                    ? new More(now, now.tonnes().value(), now.consignments().value())
                    : new More(
                            now,
                            now.tonnes().value().subtract(before.tonnes().value()),
                            now.consignments().value().subtract(before.consignments().value()));
        }
    }

    private Part waiting(Visit visit, Cut from) {
        var rows = new ArrayList<Grid.Row>();
        for (var kind : AssistanceKind.values()) {
            var before = flow.waiting(visit.sight(), from, kind, LONG);
            var now = flow.waiting(visit.sight(), visit.cut(), kind, LONG);
            if (now.underWay() + before.waiting() > 0) {
                rows.add(
                        Grid.row(
                                Grid.cell(FlowWords.kind(visit, kind.code())),
                                Grid.cell(visit.words().number(before.waiting())),
                                Grid.cell(visit.words().number(now.waiting())),
                                Grid.cell(visit.words().number(now.underWay()))));
            }
        }
        return new Part(
                visit.say("summary.waiting"),
                visit.say("summary.waiting.note"),
                new Grid(
                        visit.say("summary.waiting"),
                        List.of(
                                Grid.text(visit.say("flow.kind")),
                                Grid.number(visit.say("summary.before")),
                                Grid.number(visit.say("summary.now")),
                                Grid.number(visit.say("summary.of-under-way"))),
                        rows),
                visit.say("flow.none"));
    }
}
