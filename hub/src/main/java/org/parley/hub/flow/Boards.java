package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.hub.journal.Cut;

/// Puts sums and cards together to a board.
final class Boards {

    private static final List<String> HUB = List.of("hub");

    private Boards() {}

    static BoardView of(
            AssistanceKind kind, Cut cut, List<BoardStore.Sums> sums, List<ConsignmentRow> cards) {
        var byStage = new EnumMap<Stage, BoardStore.Sums>(Stage.class);
        sums.forEach(sum -> byStage.put(sum.stage(), sum));
        return new BoardView(
                kind.code(),
                cut.at(),
                Arrays.stream(Stage.values())
                        .map(stage -> column(stage, cut.size(), byStage, cards))
                        .toList());
    }

    private static BoardView.Column column(
            Stage stage,
            long size,
            Map<Stage, BoardStore.Sums> byStage,
            List<ConsignmentRow> cards) {
        var here = byStage.get(stage);
        long count = here == null ? 0 : here.consignments();
        long all = byStage.values().stream().mapToLong(BoardStore.Sums::consignments).sum();
        return new BoardView.Column(
                stage.code(),
                new FlowFigure(
                        BigDecimal.valueOf(count),
                        "consignment",
                        "flow.stands-at",
                        HUB,
                        count,
                        all,
                        size),
                weight(stage, size, byStage),
                here == null ? null : hours(here.medianSeconds(), "flow.median-here", count, size),
                here == null ? null : hours(here.oldestSeconds(), "flow.oldest-here", count, size),
                cards.stream().filter(card -> stage.code().equals(card.stage())).toList());
    }

    private static FlowFigure hours(BigDecimal seconds, String rule, long count, long size) {
        return new FlowFigure(Hours.of(seconds), "hour", rule, HUB, count, count, size);
    }

    /// On paper and at the end, what was requested of the consignments that stand there; on the
    /// way, what lies there now, whichever consignment it is of.
    private static FlowFigure weight(Stage stage, long size, Map<Stage, BoardStore.Sums> byStage) {
        var lying =
                switch (stage) {
                    case OFFLOADED -> Node.YARD;
                    case COLLECTED -> Node.INSIDE;
                    case ARRIVED -> Node.DESTINATION;
                    default -> null;
                };
        var counted =
                byStage.values().stream()
                        .filter(
                                sum ->
                                        switch (stage) {
                                            case OFFLOADED, COLLECTED, ARRIVED, DISTRIBUTED -> true;
                                            case DISPATCHED -> sum.stage() != Stage.AT_INSPECTION;
                                            default -> sum.stage() == stage;
                                        })
                        .toList();
        var tonnes =
                counted.stream()
                        .map(
                                sum ->
                                        switch (stage) {
                                            case DISPATCHED, AT_INSPECTION ->
                                                    sum.at()
                                                            .getOrDefault(
                                                                    Node.OUTSIDE, BigDecimal.ZERO);
                                            case DISTRIBUTED -> sum.distributed();
                                            default ->
                                                    lying == null
                                                            ? sum.requested()
                                                            : sum.at()
                                                                    .getOrDefault(
                                                                            lying, BigDecimal.ZERO);
                                        })
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new FlowFigure(
                Rows.plain(tonnes),
                "tonne",
                stage.phase() == 1 ? "flow.lies-there" : "flow.requested-of-those",
                HUB,
                counted.stream().mapToLong(BoardStore.Sums::weighed).sum(),
                counted.stream().mapToLong(BoardStore.Sums::lines).sum(),
                size);
    }
}
