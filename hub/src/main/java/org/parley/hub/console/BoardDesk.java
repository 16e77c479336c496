package org.parley.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.BoardView;
import org.parley.hub.flow.ConsignmentRow;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FunnelView;
import org.springframework.stereotype.Component;

/// Puts the board together: a column for each stage where something stands, and under it what of
/// the goods took which step.
@Component
class BoardDesk {

    private static final int CARDS = 4;
    private static final Set<String> ENDED = Set.of("withdrawn", "closed");

    /// How long a stage may last before a card in it is shown as late.
    private static final Duration USUAL = Duration.ofHours(72);

    private final Flow flow;

    BoardDesk(Flow flow) {
        this.flow = flow;
    }

    BoardPage board(Visit visit, AssistanceKind kind) {
        var board = flow.board(visit.sight(), visit.cut(), kind, CARDS);
        var columns =
                board.stages().stream()
                        .filter(column -> !ENDED.contains(column.stage()))
                        .filter(column -> column.count().value().signum() > 0)
                        .toList();
        long most =
                columns.stream().mapToLong(one -> one.count().value().longValue()).max().orElse(1);
        long all = columns.stream().mapToLong(one -> one.count().value().longValue()).sum();
        return new BoardPage(
                visit.shell(Section.FLOW, visit.say("flow.title")),
                visit.words().count("flow.count", all),
                List.of(kinds(visit, kind.code(), false)),
                views(visit, "/flow"),
                actions(visit),
                columns.stream().map(one -> stage(visit, kind, board.at(), one, most)).toList(),
                bridge(visit, kind));
    }

    private static BoardPage.Stage stage(
            Visit visit, AssistanceKind kind, Instant at, BoardView.Column column, long most) {
        long count = column.count().value().longValue();
        var median = column.medianHours();
        return new BoardPage.Stage(
                FlowWords.stage(visit, column.stage()),
                visit.words().number(count),
                FlowWords.value(visit, column.weight()),
                median == null
                        ? ""
                        : visit.say(
                                "flow.median",
                                visit.words()
                                        .span(
                                                Duration.ofMinutes(
                                                        median.value().movePointRight(1).longValue()
                                                                * 6))),
                (int) (count * 100 / Math.max(1, most)),
                median != null && median.value().longValue() > USUAL.toHours(),
                column.cards().stream().map(card -> card(visit, at, card)).toList(),
                count > column.cards().size()
                        ? Optional.of(
                                Link.to(
                                        visit.words()
                                                .count("flow.more", count - column.cards().size()),
                                        visit.keeping(
                                                "/flow/table?kind=%s&stage=%s"
                                                        .formatted(kind.code(), column.stage()))))
                        : Optional.empty());
    }

    private static BoardPage.Card card(Visit visit, Instant at, ConsignmentRow row) {
        var age = age(row.stageSince(), at);
        boolean late = age.compareTo(USUAL) > 0;
        return new BoardPage.Card(
                visit.keeping("/flow/" + row.consignment()),
                row.consignment(),
                FlowWords.icon(row),
                FlowWords.goods(visit, row)
                        + (row.tonnes() == null ? "" : " " + FlowWords.tonnes(visit, row.tonnes())),
                parties(visit, row),
                visit.say("flow.in-stage", visit.words().span(age)),
                (int) Math.min(100, age.toMinutes() * 100 / USUAL.toMinutes()),
                late ? Mark.LATE : Mark.PLANNED,
                late ? visit.say("flow.long-here") : "",
                flags(visit, row));
    }

    /// None for what its reporter dates ahead of the operation's clock.
    private static Duration age(@Nullable Instant since, Instant at) {
        return since == null || since.isAfter(at) ? Duration.ZERO : Duration.between(since, at);
    }

    private static List<BoardPage.Flag> flags(Visit visit, ConsignmentRow row) {
        var flags = new ArrayList<BoardPage.Flag>();
        var priority = row.priority();
        if (priority != null && priority.equals("urgent")) {
            flags.add(
                    new BoardPage.Flag(Mark.NOW, visit.words().orCode("flow.priority.", priority)));
        }
        row.marks().stream()
                .limit(1)
                .forEach(
                        mark ->
                                flags.add(
                                        new BoardPage.Flag(
                                                Mark.LATE, visit.words().orCode("mark.", mark))));
        return flags;
    }

    static String parties(Visit visit, ConsignmentRow row) {
        return visit.partner(row.sender())
                + (visit.language().rightToLeft() ? " ← " : " → ")
                + visit.partner(row.receiver());
    }

    static ListPage.Filter kinds(Visit visit, String chosen, boolean all) {
        var options = new ArrayList<ListPage.Option>();
        if (all) {
            options.add(new ListPage.Option("", visit.say("list.all")));
        }
        for (var kind : AssistanceKind.values()) {
            options.add(new ListPage.Option(kind.code(), FlowWords.kind(visit, kind.code())));
        }
        return new ListPage.Filter("kind", visit.say("flow.kind"), chosen, options);
    }

    static List<Link> views(Visit visit, String shown) {
        return List.of(
                view(visit.say("flow.view.board"), visit, "/flow", shown),
                view(visit.say("flow.view.table"), visit, "/flow/table", shown),
                view(visit.say("flow.view.bottlenecks"), visit, "/flow/bottlenecks", shown));
    }

    private static Link view(String text, Visit visit, String path, String shown) {
        return new Link(text, visit.keeping(path), path.equals(shown));
    }

    static List<Link> actions(Visit visit) {
        return visit.speaks()
                ? List.of(Link.chief(visit.say("flow.request"), visit.at("/flow/request")))
                : List.of();
    }

    /// What lies between what was offloaded and what arrived, in tonnes.
    private Optional<BoardPage.Bridge> bridge(Visit visit, AssistanceKind kind) {
        return flow.funnel(visit.sight(), visit.cut(), kind).stream()
                .filter(funnel -> funnel.kind().equals(kind.code()))
                .filter(
                        funnel ->
                                funnel.bars().stream()
                                        .anyMatch(bar -> bar.tonnes().value().signum() > 0))
                .findFirst()
                .map(funnel -> bridge(visit, funnel));
    }

    private static BoardPage.Bridge bridge(Visit visit, FunnelView funnel) {
        return new BoardPage.Bridge(
                visit.say("flow.bridge"),
                visit.say("flow.bridge.note"),
                funnel.bars().stream()
                        .map(
                                bar ->
                                        new BoardPage.Step(
                                                visit.words().orCode("flow.step.", bar.step()),
                                                mark(bar.step()),
                                                bar.tonnes().value().doubleValue(),
                                                0,
                                                FlowWords.value(visit, bar.tonnes())))
                        .toList());
    }

    private static Mark mark(String step) {
        return switch (step) {
            case "arrived", "distributed" -> Mark.GOOD;
            case "intercepted", "lost", "damaged" -> Mark.STOPPED;
            case "returned" -> Mark.LATE;
            default -> Mark.PLANNED;
        };
    }
}
