package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.BoardView;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FlowFigure;
import org.parley.hub.flow.FunnelView;
import org.parley.hub.flow.RulingFilter;
import org.parley.hub.flow.RulingView;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Component;

/// What changed in the flow of assistance from one cut to a later one: how much more took each
/// step, what authorities ruled and why, and what has waited long. Each kind of assistance by
/// itself.
@Component
class SummaryFlow {

    /// What has been where it is for so long is worth a line on the summary.
    private static final Duration LONG = Duration.ofHours(72);

    /// Rulings beyond these are counted in the register, not here.
    private static final int MOST_RULINGS = 2_000;

    private static final int MOST_WAITING = 10_000;

    /// What has ended does not wait.
    private static final List<String> ENDED = List.of("distributed", "withdrawn", "closed");

    private final Flow flow;

    SummaryFlow(Flow flow) {
        this.flow = flow;
    }

    List<Part> between(Visit visit, Cut from, Cut until) {
        return List.of(steps(visit, from, until), rulings(visit, from), waiting(visit, from));
    }

    private Part steps(Visit visit, Cut from, Cut until) {
        var before = bars(flow.funnel(visit.sight(), from, null));
        var rows = new ArrayList<Grid.Row>();
        bars(flow.funnel(visit.sight(), until, null))
                .forEach(
                        (step, now) ->
                                row(visit, step, before.get(step), now).ifPresent(rows::add));
        return new Part(
                visit.say("summary.flow"),
                visit.say("summary.flow.note"),
                new Grid(
                        visit.say("summary.flow"),
                        List.of(
                                Grid.text(visit.say("flow.step")),
                                Grid.number(visit.say("flow.tonnes")),
                                Grid.number(visit.say("flow.consignments")),
                                Grid.number(visit.say("summary.weighed"))),
                        rows),
                visit.say("summary.flow.none"));
    }

    private record KindAndStep(String kind, String step) {}

    private static LinkedHashMap<KindAndStep, FunnelView.Bar> bars(List<FunnelView> funnels) {
        var bars = new LinkedHashMap<KindAndStep, FunnelView.Bar>();
        funnels.forEach(
                funnel ->
                        funnel.bars()
                                .forEach(
                                        bar ->
                                                bars.put(
                                                        new KindAndStep(funnel.kind(), bar.step()),
                                                        bar)));
        return bars;
    }

    /// A step that nothing was added to or taken from stays out.
    private static Optional<Grid.Row> row(
            Visit visit, KindAndStep step, FunnelView.@Nullable Bar before, FunnelView.Bar now) {
        var tonnes = before == null ? BigDecimal.ZERO : before.tonnes().value();
        var count = before == null ? BigDecimal.ZERO : before.consignments().value();
        if (now.tonnes().value().compareTo(tonnes) == 0
                && now.consignments().value().compareTo(count) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Grid.row(
                        cell(FlowWords.kind(visit, step.kind())
                                        + " · "
                                        + visit.words().orCode("flow.step.", step.step()))
                                .below(FlowWords.rule(visit, now.tonnes())),
                        changed(visit, tonnes, now.tonnes().value()),
                        changed(visit, count, now.consignments().value()),
                        cell(FlowWords.coverage(visit, now.tonnes()))));
    }

    private static Grid.Cell changed(Visit visit, BigDecimal before, BigDecimal now) {
        var more = now.subtract(before);
        return cell((more.signum() > 0 ? "+" : "") + visit.words().number(more))
                .below(
                        visit.say(
                                "summary.from-to",
                                visit.words().number(before),
                                visit.words().number(now)));
    }

    private record Ground(String authority, String outcome, String reasons) {}

    private Part rulings(Visit visit, Cut from) {
        var heard =
                flow
                        .rulings(
                                visit.sight(),
                                visit.cut(),
                                RulingFilter.ALL,
                                Long.MAX_VALUE,
                                "",
                                MOST_RULINGS)
                        .stream()
                        .takeWhile(ruling -> ruling.index() >= from.size())
                        .toList();
        var grounds =
                heard.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> ground(visit, one),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var rows =
                grounds.entrySet().stream()
                        .sorted(
                                java.util.Comparator.comparing(
                                        one -> one.getKey().authority() + one.getKey().outcome()))
                        .map(one -> row(visit, one.getKey(), one.getValue()))
                        .toList();
        long closed = heard.stream().filter(one -> one.outcome() == null).count();
        return new Part(
                visit.say("summary.rulings"),
                visit.say(
                        "summary.rulings.note",
                        visit.words().number(heard.size() - closed),
                        visit.words().number(heard.size())),
                new Grid(
                        visit.say("summary.rulings"),
                        List.of(
                                Grid.text(visit.say("flow.authority")),
                                Grid.text(visit.say("field.outcome")),
                                Grid.text(visit.say("field.reason")),
                                Grid.number(visit.say("summary.lines"))),
                        rows),
                visit.say("summary.rulings.none"));
    }

    private static Ground ground(Visit visit, RulingView one) {
        var reasons =
                new TreeSet<>(Optional.ofNullable(one.reasons()).orElse(List.of()))
                        .stream()
                                .map(code -> visit.words().orCode("flow.reason.", code))
                                .collect(Collectors.joining(" · "));
        return new Ground(one.authority(), Optional.ofNullable(one.outcome()).orElse(""), reasons);
    }

    private static Grid.Row row(Visit visit, Ground ground, List<RulingView> lines) {
        return Grid.row(
                cell(visit.partner(ground.authority())),
                cell(
                        ground.outcome().isEmpty()
                                ? "—"
                                : visit.words().orCode("flow.outcome.", ground.outcome())),
                cell(ground.reasons()),
                link(
                        visit.words().number(lines.size()),
                        visit.keeping("/journal/" + lines.getFirst().index())));
    }

    private Part waiting(Visit visit, Cut from) {
        var rows = new ArrayList<Grid.Row>();
        for (var kind : AssistanceKind.values()) {
            long under = underWay(flow.board(visit.sight(), visit.cut(), kind, 0));
            if (under > 0) {
                rows.add(
                        Grid.row(
                                cell(FlowWords.kind(visit, kind.code())),
                                changed(
                                        visit,
                                        long72(visit.sight(), from, kind),
                                        long72(visit.sight(), visit.cut(), kind)),
                                cell(visit.words().number(under))));
            }
        }
        return new Part(
                visit.say("summary.waiting"),
                visit.say("summary.waiting.note"),
                new Grid(
                        visit.say("summary.waiting"),
                        List.of(
                                Grid.text(visit.say("flow.kind")),
                                Grid.number(visit.say("flow.consignments")),
                                Grid.number(visit.say("summary.of-under-way"))),
                        rows),
                visit.say("flow.none"));
    }

    private BigDecimal long72(Sight sight, Cut cut, AssistanceKind kind) {
        return BigDecimal.valueOf(flow.ageing(sight, cut, kind, LONG, MOST_WAITING).size());
    }

    private static long underWay(BoardView board) {
        return board.stages().stream()
                .filter(stage -> !ENDED.contains(stage.stage()))
                .map(BoardView.Column::count)
                .map(FlowFigure::value)
                .mapToLong(BigDecimal::longValue)
                .sum();
    }
}
