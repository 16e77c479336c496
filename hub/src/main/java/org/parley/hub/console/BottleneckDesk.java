package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.AuthorityView;
import org.parley.hub.flow.DwellView;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FlowFigure;
import org.parley.hub.flow.FunnelView;
import org.springframework.stereotype.Component;

/// Where assistance is held up and lost: what took each step, how long goods stay at each, and how
/// long authorities take to rule. Each kind of assistance by itself.
@Component
class BottleneckDesk {

    private final Flow flow;

    BottleneckDesk(Flow flow) {
        this.flow = flow;
    }

    ListPage page(Visit visit, AssistanceKind kind) {
        return new ListPage(
                visit.shell(Section.FLOW, visit.say("flow.bottlenecks")),
                visit.say("flow.bottlenecks"),
                visit.say("flow.bottlenecks.note"),
                List.of(BoardDesk.kinds(visit, kind.code(), false)),
                BoardDesk.views(visit, "/flow/bottlenecks"),
                List.of(),
                List.of(funnel(visit, kind), dwell(visit, kind), authorities(visit, kind)),
                Optional.empty(),
                Optional.empty());
    }

    private ListPage.Part funnel(Visit visit, AssistanceKind kind) {
        var bars =
                flow.funnel(visit.sight(), visit.cut(), kind).stream()
                        .flatMap(funnel -> funnel.bars().stream())
                        .toList();
        return new ListPage.Part(
                visit.say("flow.funnel"),
                visit.say("flow.funnel.note"),
                new Grid(
                        visit.say("flow.funnel"),
                        List.of(
                                Grid.text(visit.say("flow.step")),
                                Grid.number(visit.say("flow.tonnes")),
                                Grid.number(visit.say("flow.consignments")),
                                Grid.spare(visit.say("flow.units"))),
                        bars.stream().map(bar -> row(visit, bar)).toList()),
                visit.say("flow.none"));
    }

    private static Grid.Row row(Visit visit, FunnelView.Bar bar) {
        return Grid.row(
                cell(visit.words().orCode("flow.step.", bar.step()))
                        .below(FlowWords.rule(visit, bar.tonnes())),
                counted(visit, bar.tonnes()),
                counted(visit, bar.consignments()),
                cell(
                        String.join(
                                ", ",
                                bar.units().stream()
                                        .map(unit -> FlowWords.value(visit, unit))
                                        .toList())));
    }

    private static Grid.Cell counted(Visit visit, @Nullable FlowFigure figure) {
        return figure == null
                ? cell("—")
                : cell(visit.words().number(figure.value()))
                        .below(FlowWords.coverage(visit, figure));
    }

    private ListPage.Part dwell(Visit visit, AssistanceKind kind) {
        return new ListPage.Part(
                visit.say("flow.dwell"),
                visit.say("flow.dwell.note"),
                new Grid(
                        visit.say("flow.dwell"),
                        List.of(
                                Grid.text(visit.say("flow.node")),
                                Grid.number(visit.say("flow.p-half")),
                                Grid.number(visit.say("flow.p-ninety")),
                                Grid.number(visit.say("flow.still-there")),
                                Grid.number(visit.say("flow.oldest"))),
                        flow.dwell(visit.sight(), visit.cut(), kind).stream()
                                .map(node -> row(visit, node))
                                .toList()),
                visit.say("flow.none"));
    }

    private static Grid.Row row(Visit visit, DwellView node) {
        return Grid.row(
                cell(visit.words().orCode("flow.node.", node.node())),
                counted(visit, node.p50Hours()),
                counted(visit, node.p90Hours()),
                counted(visit, node.still()),
                counted(visit, node.oldestHours()));
    }

    private ListPage.Part authorities(Visit visit, AssistanceKind kind) {
        return new ListPage.Part(
                visit.say("flow.authorities"),
                visit.say("flow.authorities.note"),
                new Grid(
                        visit.say("flow.authorities"),
                        List.of(
                                Grid.text(visit.say("flow.authority")),
                                Grid.number(visit.say("flow.ruled-on")),
                                Grid.number(visit.say("flow.ruled-in-part")),
                                Grid.number(visit.say("flow.ruled-against")),
                                Grid.number(visit.say("flow.p-half")),
                                Grid.number(visit.say("flow.p-ninety"))),
                        flow.authorities(visit.sight(), visit.cut()).stream()
                                .filter(one -> one.kind().equals(kind.code()))
                                .map(one -> row(visit, one))
                                .toList()),
                visit.say("consignment.rulings.none"));
    }

    private static Grid.Row row(Visit visit, AuthorityView one) {
        return Grid.row(
                cell(visit.partner(one.authority())),
                counted(visit, one.ruledOn()),
                counted(visit, one.inPart()),
                counted(visit, one.against()),
                counted(visit, one.p50Hours()),
                counted(visit, one.p90Hours()));
    }
}
