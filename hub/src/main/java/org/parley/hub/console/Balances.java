package org.parley.hub.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.flow.LineView;
import org.parley.hub.flow.NodeBalance;
import org.parley.hub.flow.QuantitiesView;

/// Where a line's quantity is: the parts of what was dispatched. What was reported beyond that is
/// shown as unexplained and never evened out.
final class Balances {

    private Balances() {}

    static Optional<ConsignmentPage.Balance> of(Visit visit, LineView line) {
        var sums = line.quantities();
        var nodes = line.balance();
        var unit = line.unit();
        if (sums == null
                || nodes == null
                || unit == null
                || sums.dispatched().signum() == 0
                        && sums.offloaded().signum() == 0
                        && sums.arrived().signum() == 0) {
            return Optional.empty();
        }
        var parts = new ArrayList<ConsignmentPage.Part>();
        part(visit, parts, Mark.GOOD, "flow.where.distributed", sums.distributed());
        for (var node : nodes.reversed()) {
            part(visit, parts, mark(node), "flow.where." + node.node(), node.liesThere());
        }
        part(visit, parts, Mark.LATE, "flow.where.returned", sums.returned());
        part(visit, parts, Mark.STOPPED, "flow.where.damaged", sums.damaged());
        part(visit, parts, Mark.STOPPED, "flow.where.lost", sums.lost());
        part(visit, parts, Mark.STOPPED, "flow.where.intercepted", sums.intercepted());
        var unexplained = unexplained(nodes);
        return Optional.of(
                new ConsignmentPage.Balance(
                        FlowWords.goods(visit, line),
                        total(visit, sums, unit),
                        unexplained.signum() == 0,
                        unexplained.signum() == 0
                                ? visit.say("flow.accounted-for")
                                : visit.say(
                                        "flow.unexplained",
                                        FlowWords.amount(visit, unexplained.abs(), unit)),
                        parts));
    }

    private static String total(Visit visit, QuantitiesView sums, String unit) {
        return visit.say(
                "flow.dispatched-of",
                FlowWords.amount(visit, sums.dispatched(), unit),
                visit.words().number(sums.requested()));
    }

    private static Mark mark(NodeBalance node) {
        return switch (node.node()) {
            case "destination" -> Mark.GOOD;
            case "yard" -> Mark.UNKNOWN;
            default -> Mark.PLANNED;
        };
    }

    private static void part(
            Visit visit,
            List<ConsignmentPage.Part> parts,
            Mark mark,
            String key,
            BigDecimal amount) {
        if (amount.signum() > 0) {
            parts.add(
                    new ConsignmentPage.Part(
                            mark,
                            amount.doubleValue(),
                            visit.words().say(key, visit.words().number(amount))));
        }
    }

    private static BigDecimal unexplained(List<NodeBalance> nodes) {
        return nodes.stream()
                .map(NodeBalance::unexplained)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
