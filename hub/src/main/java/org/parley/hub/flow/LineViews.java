package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines as views: what was asked, the sums, and the balance node by node.
final class LineViews {

    private LineViews() {}

    static LineView of(
            LineStore.Asked asked,
            LineStore.@Nullable Sums sums,
            BigDecimal manifested,
            @Nullable BigDecimal ruledFor) {
        var ledger =
                sums == null
                        ? LineLedger.empty(asked.unit())
                        : new LineLedger(asked.unit(), sums.sums());
        return new LineView(
                asked.line(),
                asked.category(),
                asked.description(),
                asked.names(),
                Rows.plain(asked.quantity()),
                asked.unit().name(),
                asked.weightTonnes() == null ? null : Rows.plain(asked.weightTonnes()),
                asked.volumeM3() == null ? null : Rows.plain(asked.volumeM3()),
                asked.tonnesPerUnit() == null ? null : Rows.plain(asked.tonnesPerUnit()),
                asked.expiresOn(),
                quantities(asked, ledger, manifested, ruledFor, sums != null && sums.estimated()),
                Arrays.stream(Node.values()).map(node -> balance(ledger, node)).toList());
    }

    private static QuantitiesView quantities(
            LineStore.Asked asked,
            LineLedger ledger,
            BigDecimal manifested,
            @Nullable BigDecimal ruledFor,
            boolean estimated) {
        return new QuantitiesView(
                asked.unit().name(),
                Rows.plain(asked.quantity()),
                ruledFor,
                Rows.plain(manifested),
                ledger.of(Measure.DISPATCHED),
                ledger.of(Measure.INSPECTED),
                ledger.of(Measure.OFFLOADED),
                ledger.of(Measure.COLLECTED),
                ledger.of(Measure.ARRIVED),
                ledger.of(Measure.DISTRIBUTED),
                ledger.intercepted(),
                ledger.of(Measure.ARMED_OUTSIDE, Measure.ARMED_INSIDE),
                ledger.returned(),
                ledger.damaged(),
                ledger.lost(),
                ledger.of(Measure.MISSING),
                estimated);
    }

    static NodeBalance balance(LineLedger ledger, Node node) {
        return new NodeBalance(
                node.code(),
                ledger.of(
                        switch (node) {
                            case OUTSIDE -> Measure.DISPATCHED;
                            case YARD -> Measure.OFFLOADED;
                            case INSIDE -> Measure.COLLECTED;
                            case DESTINATION -> Measure.ARRIVED;
                        }),
                ledger.of(
                        switch (node) {
                            case OUTSIDE -> Measure.OFFLOADED;
                            case YARD -> Measure.COLLECTED;
                            case INSIDE -> Measure.ARRIVED;
                            case DESTINATION -> Measure.DISTRIBUTED;
                        }),
                ledger.at(node),
                ledger.intercepted(node),
                ledger.of(Measure.of(Step.RETURNED, node, null)),
                ledger.of(Measure.of(Step.DAMAGED, node, null)),
                ledger.of(Measure.of(Step.LOST, node, null)),
                ledger.unexplained(node));
    }

    /// The least that any authority's latest ruling is for, nothing once it has expired; null where
    /// none ruled that the reader sees.
    static @Nullable BigDecimal ruledFor(List<RulingView> rulings, String line) {
        var latest = new HashMap<String, RulingView>();
        for (var ruling : rulings) {
            if (line.equals(ruling.line()) && ruling.allowed() != null) {
                latest.merge(ruling.authority(), ruling, (a, b) -> a.index() > b.index() ? a : b);
            }
        }
        BigDecimal least = null;
        for (var ruling : latest.values()) {
            var allowed = ruling.allowed();
            if (allowed == null) {
                continue;
            }
            var standing = Boolean.TRUE.equals(ruling.expired()) ? BigDecimal.ZERO : allowed;
            least = least == null ? standing : least.min(standing);
        }
        return least;
    }
}
