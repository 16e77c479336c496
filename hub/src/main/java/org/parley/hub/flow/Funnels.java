package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/// Puts sums together to funnels, one for each kind of assistance.
final class Funnels {

    private Funnels() {}

    static List<FunnelView> of(
            List<FunnelStore.UnitSum> sums, List<FunnelStore.Source> sources, long size) {
        var kinds = new TreeSet<String>();
        sums.forEach(sum -> kinds.add(sum.kind()));
        return kinds.stream()
                .map(
                        kind ->
                                new FunnelView(
                                        kind,
                                        ShareSql.STEPS.keySet().stream()
                                                .map(step -> bar(kind, step, sums, sources, size))
                                                .toList()))
                .toList();
    }

    private static FunnelView.Bar bar(
            String kind,
            String step,
            List<FunnelStore.UnitSum> sums,
            List<FunnelStore.Source> sources,
            long size) {
        var mine =
                sums.stream()
                        .filter(sum -> sum.kind().equals(kind) && sum.step().equals(step))
                        .filter(sum -> sum.unit() != null)
                        .toList();
        var who = sources(kind, step, sources);
        long some = consignments(kind, step, sums);
        long all = consignments(kind, "requested", sums);
        var rule = "flow." + step;
        return new FunnelView.Bar(
                step,
                new FlowFigure(BigDecimal.valueOf(some), "consignment", rule, who, some, all, size),
                new FlowFigure(
                        Rows.plain(
                                mine.stream()
                                        .map(FunnelStore.UnitSum::tonnes)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                        "tonne",
                        rule,
                        who,
                        mine.stream().mapToLong(FunnelStore.UnitSum::weighed).sum(),
                        mine.stream().mapToLong(FunnelStore.UnitSum::lines).sum(),
                        size),
                mine.stream()
                        .map(
                                sum ->
                                        new FlowFigure(
                                                Rows.plain(sum.amount()),
                                                requireNonNull(sum.unit()).name(),
                                                rule,
                                                who,
                                                sum.lines(),
                                                sum.all(),
                                                size))
                        .toList());
    }

    private static long consignments(String kind, String step, List<FunnelStore.UnitSum> sums) {
        return sums.stream()
                .filter(sum -> sum.kind().equals(kind) && sum.step().equals(step))
                .filter(sum -> sum.unit() == null)
                .mapToLong(sum -> sum.amount().longValueExact())
                .sum();
    }

    private static List<String> sources(
            String kind, String step, List<FunnelStore.Source> sources) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind) && isBehind(step, source))
                .map(FunnelStore.Source::originator)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isBehind(String step, FunnelStore.Source source) {
        return switch (step) {
            case "requested" -> source.type().startsWith("flow.consignment-");
            case "ruled-for" -> source.type().equals("flow.ruled");
            case "manifested" -> source.type().equals("flow.manifested");
            case "arrived", "damaged" ->
                    step.equals(source.step()) || source.type().equals("flow.receipt-reported");
            default -> step.equals(source.step());
        };
    }
}
