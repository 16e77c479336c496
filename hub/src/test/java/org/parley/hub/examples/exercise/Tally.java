package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentClosed;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.ConsignmentWithdrawn;
import org.parley.hub.flow.CustomsOutcome;
import org.parley.hub.flow.CustomsReported;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.Manifested;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.ReviewReported;
import org.parley.hub.flow.ReviewState;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.Stage;
import org.parley.hub.flow.Step;
import org.parley.kernel.id.StatementId;

/// What the script said, added up without the hub: how much of each line took which step, and how
/// far each consignment has come.
final class Tally {

    private record Amount(String line, String measure, BigDecimal amount) {}

    final Map<String, AssistanceKind> kinds = new TreeMap<>();
    final Map<String, Stage> stages = new TreeMap<>();
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Map<StatementId, List<Amount>> said = new HashMap<>();
    private final Set<StatementId> heard = new HashSet<>();
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Set<StatementId> replaced = new HashSet<>();

    Tally(List<Line<?>> lines, long seed) {
        for (var line : lines) {
            if (line.body() instanceof FlowBody body
                    && line.refusedAs() == null
                    && heard.add(line.id(seed))) {
                add(line, body, line.id(seed));
            }
        }
    }

    private void add(Line<?> line, FlowBody body, StatementId id) {
        switch (body) {
            case ConsignmentRequested asked -> {
                kinds.put(asked.consignment(), asked.kind());
                stand(line, asked.consignment(), Stage.REQUESTED);
            }
            case ConsignmentWithdrawn ended -> stand(line, ended.consignment(), Stage.WITHDRAWN);
            case ConsignmentClosed ended -> stand(line, ended.consignment(), Stage.CLOSED);
            case ReviewReported review ->
                    stand(
                            line,
                            review.consignment(),
                            review.state() == ReviewState.ON_HOLD
                                    ? Stage.ON_HOLD
                                    : Stage.UNDER_REVIEW);
            case Ruled ruled -> stand(line, ruled.consignment(), stage(ruled));
            case Manifested list -> {
                var before = lists.put(list.manifest(), list.consignments());
                var all = new TreeSet<>(list.consignments());
                all.addAll(before == null ? Set.of() : before);
                all.forEach(one -> stand(line, one, Stage.MANIFESTED));
            }
            case CustomsReported customs ->
                    stand(
                            line,
                            customs.consignment(),
                            customs.outcome() == CustomsOutcome.RELEASED
                                    ? Stage.CUSTOMS
                                    : Stage.ON_HOLD);
            case GoodsReported report -> goods(line, report, id);
            case ReceiptReported report -> receipt(line, report, id);
            default -> {}
        }
    }

    private static Stage stage(Ruled ruled) {
        var outcomes = ruled.lines().stream().map(LineRuling::outcome).distinct().toList();
        if (outcomes.size() > 1) {
            return Stage.RULED_IN_PART;
        }
        return switch (outcomes.getFirst()) {
            case FOR -> Stage.RULED_FOR;
            case IN_PART -> Stage.RULED_IN_PART;
            case AGAINST -> Stage.RULED_AGAINST;
        };
    }

    private void goods(Line<?> line, GoodsReported report, StatementId id) {
        var amounts = new ArrayList<Amount>();
        var measure = measure(report.step(), report.at(), report.interception());
        report.goods()
                .forEach(goods -> amounts.add(new Amount(goods.line(), measure, counted(goods))));
        count(report.consignment(), amounts, id, report.corrects());
        switch (report.step()) {
            case DISPATCHED -> stand(line, report.consignment(), Stage.DISPATCHED);
            case AT_INSPECTION -> stand(line, report.consignment(), Stage.AT_INSPECTION);
            case OFFLOADED -> stand(line, report.consignment(), Stage.OFFLOADED);
            case COLLECTED -> stand(line, report.consignment(), Stage.COLLECTED);
            case ARRIVED -> stand(line, report.consignment(), Stage.ARRIVED);
            case DISTRIBUTED -> stand(line, report.consignment(), Stage.DISTRIBUTED);
            case INTERCEPTED, RETURNED, LOST, DAMAGED -> {}
        }
    }

    private static BigDecimal counted(Goods goods) {
        var factor = goods.factor();
        return factor == null ? goods.quantity() : goods.quantity().multiply(factor.amount());
    }

    private static String measure(Step step, @Nullable Node at, @Nullable Interception how) {
        return step.code() + (at == null ? "" : "@" + at.code()) + (how == null ? "" : "/" + how);
    }

    private void receipt(Line<?> line, ReceiptReported report, StatementId id) {
        var amounts = new ArrayList<Amount>();
        for (var received : report.lines()) {
            amounts.add(new Amount(received.line(), "arrived", received.received()));
            if (received.damaged() != null) {
                amounts.add(new Amount(received.line(), "damaged@inside", received.damaged()));
            }
            if (received.missing() != null) {
                amounts.add(new Amount(received.line(), "missing", received.missing()));
            }
        }
        count(report.consignment(), amounts, id, report.corrects());
        stand(line, report.consignment(), Stage.ARRIVED);
    }

    private void count(
            String consignment,
            List<Amount> amounts,
            StatementId id,
            @Nullable StatementId corrects) {
        said.put(id, amounts);
        if (corrects != null && said.containsKey(corrects) && replaced.add(corrects)) {
            said.getOrDefault(corrects, List.of())
                    .forEach(one -> sum(consignment, one, one.amount().negate()));
        }
        amounts.forEach(one -> sum(consignment, one, one.amount()));
    }

    private void sum(String consignment, Amount one, BigDecimal amount) {
        sums.merge(
                "%s/%s/%s".formatted(consignment, one.line(), one.measure()),
                amount,
                BigDecimal::add);
    }

    /// The sum over all measures of a line that begin with `measure`.
    BigDecimal of(String consignment, String line, String measure) {
        var prefix = "%s/%s/%s".formatted(consignment, line, measure);
        return sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// How many consignments of a kind have some of a measure.
    long consignments(AssistanceKind kind, String measure) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() > 0)
                .map(sum -> sum.getKey().split("/", 3))
                .filter(key -> key[2].equals(measure) || key[2].startsWith(measure + "@"))
                .map(key -> key[0])
                .distinct()
                .filter(consignment -> kinds.get(consignment) == kind)
                .count();
    }

    long at(AssistanceKind kind, Stage stage) {
        return stages.entrySet().stream()
                .filter(one -> one.getValue() == stage && kinds.get(one.getKey()) == kind)
                .count();
    }

    /// On paper the latest word counts, on the way the furthest step, and an end ends it.
    private void stand(Line<?> line, String consignment, Stage next) {
        var before = stages.get(consignment);
        var then = since.getOrDefault(consignment, Instant.MIN);
        boolean moves =
                before == null
                        || phase(next) > phase(before)
                        || (phase(next) == phase(before)
                                && (phase(next) == 1
                                        ? next.compareTo(before) > 0
                                        : !line.claimed().isBefore(then)));
        if (moves) {
            stages.put(consignment, next);
            since.put(consignment, line.claimed());
        }
    }

    private static int phase(Stage stage) {
        return switch (stage) {
            case REQUESTED,
                    UNDER_REVIEW,
                    ON_HOLD,
                    RULED_AGAINST,
                    RULED_IN_PART,
                    RULED_FOR,
                    CUSTOMS,
                    MANIFESTED ->
                    0;
            case DISPATCHED, AT_INSPECTION, OFFLOADED, COLLECTED, ARRIVED, DISTRIBUTED -> 1;
            case WITHDRAWN, CLOSED -> 2;
        };
    }
}
