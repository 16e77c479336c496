package org.parley.hub.flow;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.parley.hub.flow.MemberStore.Member;
import org.parley.hub.flow.MemberStore.Stretch;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Component;

/// Consignments by the stage that they have come to. How many have stood there since when is known
/// from sums; only those are looked up that an answer names or depends on.
@Component
class BoardStore {

    private static final Set<Stage> ENDED =
            Set.of(Stage.DISTRIBUTED, Stage.WITHDRAWN, Stage.CLOSED);

    /// The sums over the consignments that stand at one stage. Weights in tonnes.
    record Sums(
            Stage stage,
            long consignments,
            long lines,
            long weighed,
            BigDecimal requested,
            Map<Node, BigDecimal> at,
            BigDecimal distributed,
            BigDecimal medianSeconds,
            BigDecimal oldestSeconds) {}

    /// @param cards the consignments that have been longest at each stage
    record Found(List<Sums> sums, List<String> cards) {}

    private final Summing summing;
    private final MemberStore members;

    BoardStore(Summing summing, MemberStore members) {
        this.summing = summing;
        this.members = members;
    }

    /// @param cards how many to name of each stage
    Found board(Sight sight, Cut cut, AssistanceKind kind, int cards) {
        var columns = columns(sight, cut, kind);
        var wanted = new HashSet<Stretch>();
        columns.forEach(
                (stage, column) -> {
                    column.upTo(Math.max(1, cards)).forEach(at -> wanted.add(at(stage, at)));
                    column.around(column.count() / 2).forEach(at -> wanted.add(at(stage, at)));
                });
        var here = new HashMap<Stretch, List<Member>>();
        for (var member : standing(sight, cut, kind, wanted)) {
            here.computeIfAbsent(member.stretch(), _ -> new ArrayList<>()).add(member);
        }
        var sums = new ArrayList<Sums>();
        var named = new ArrayList<String>();
        columns.forEach(
                (stage, column) -> {
                    sums.add(column.sums(stage, cut.at(), here));
                    column.upTo(cards).stream()
                            .flatMap(at -> here.getOrDefault(at(stage, at), List.of()).stream())
                            .limit(cards)
                            .forEach(member -> named.add(member.consignment()));
                });
        return new Found(sums, named);
    }

    /// The consignments that have not ended and have been where they are since before then, the
    /// oldest first.
    List<String> ageing(Sight sight, Cut cut, AssistanceKind kind, Instant before, int limit) {
        var open = new TreeMap<Long, List<Stage>>();
        var counts = new TreeMap<Long, Long>();
        open(sight, cut, kind)
                .forEach(
                        (stage, column) ->
                                column.counts
                                        .headMap(Buckets.of(before), true)
                                        .forEach(
                                                (at, amount) -> {
                                                    open.computeIfAbsent(at, _ -> new ArrayList<>())
                                                            .add(stage);
                                                    counts.merge(at, amount.members(), Long::sum);
                                                }));
        var wanted = new HashSet<Stretch>();
        long found = 0;
        for (var at : open.entrySet()) {
            if (found >= limit) {
                break;
            }
            at.getValue().forEach(stage -> wanted.add(at(stage, at.getKey())));
            found += counts.getOrDefault(at.getKey(), 0L);
        }
        return standing(sight, cut, kind, wanted).stream()
                .filter(member -> !member.since().isAfter(before))
                .limit(limit)
                .map(Member::consignment)
                .toList();
    }

    /// How many of the consignments that have not ended have been where they are since before then.
    WaitingView waiting(Sight sight, Cut cut, AssistanceKind kind, Instant before) {
        long now = Buckets.of(before);
        var wanted = new HashSet<Stretch>();
        long waiting = 0;
        long all = 0;
        for (var one : open(sight, cut, kind).entrySet()) {
            var column = one.getValue();
            all += column.count();
            waiting +=
                    column.counts.headMap(now, false).values().stream()
                            .mapToLong(Amount::members)
                            .sum();
            if (column.counts.containsKey(now)) {
                wanted.add(at(one.getKey(), now));
            }
        }
        waiting +=
                standing(sight, cut, kind, wanted).stream()
                        .filter(member -> !member.since().isAfter(before))
                        .count();
        return new WaitingView(waiting, all);
    }

    private Map<Stage, Column> open(Sight sight, Cut cut, AssistanceKind kind) {
        var columns = columns(sight, cut, kind);
        columns.keySet().removeAll(ENDED);
        return columns;
    }

    private Map<Stage, Column> columns(Sight sight, Cut cut, AssistanceKind kind) {
        var columns = new EnumMap<Stage, Column>(Stage.class);
        summing.of(sight, cut, kind, Series.STAGE)
                .forEach(
                        (key, amount) ->
                                columns.computeIfAbsent(Stage.of(key.item()), _ -> new Column())
                                        .add(key.bucket(), amount));
        return columns;
    }

    private List<Member> standing(Sight sight, Cut cut, AssistanceKind kind, Set<Stretch> wanted) {
        return members.standing(sight, cut, wanted).stream()
                .filter(member -> member.kind().equals(kind.code()))
                .filter(member -> wanted.contains(member.stretch()))
                .toList();
    }

    private static Stretch at(Stage stage, long bucket) {
        return new Stretch(stage.code(), bucket);
    }

    /// Those at one stage by the stretch of time that they came there in.
    private static final class Column {

        private final NavigableMap<Long, Amount> counts = new TreeMap<>();
        private Amount total = Amount.NONE;

        void add(long bucket, Amount amount) {
            total = total.plus(amount);
            // Goods may lie elsewhere than where their consignment stands.
            if (amount.members() != 0) {
                counts.merge(bucket, amount, Amount::plus);
            }
        }

        long count() {
            return total.members();
        }

        /// The first stretches that hold so many.
        List<Long> upTo(int many) {
            var all = new ArrayList<Long>();
            long found = 0;
            for (var at : counts.entrySet()) {
                if (found >= many) {
                    break;
                }
                all.add(at.getKey());
                found += at.getValue().members();
            }
            return all;
        }

        /// The stretches of the two in the middle; both are one where the number is odd.
        List<Long> around(long middle) {
            return List.of(stretchOf(lower()), stretchOf(middle));
        }

        private long lower() {
            return (count() - 1) / 2;
        }

        private long stretchOf(long rank) {
            long before = 0;
            for (var at : counts.entrySet()) {
                before += at.getValue().members();
                if (rank < before) {
                    return at.getKey();
                }
            }
            throw new IllegalStateException("No rank " + rank + " of " + before);
        }

        Sums sums(Stage stage, Instant at, Map<Stretch, List<Member>> here) {
            var nodes = new EnumMap<Node, BigDecimal>(Node.class);
            nodes.put(Node.OUTSIDE, total.sum(3));
            nodes.put(Node.YARD, total.sum(4));
            nodes.put(Node.INSIDE, total.sum(5));
            nodes.put(Node.DESTINATION, total.sum(6));
            var low = age(ranked(stage, lower(), here), at);
            var high = age(ranked(stage, count() / 2, here), at);
            return new Sums(
                    stage,
                    count(),
                    total.sum(0).longValueExact(),
                    total.sum(1).longValueExact(),
                    total.sum(2),
                    nodes,
                    total.sum(7),
                    low.add(high).divide(BigDecimal.TWO),
                    age(ranked(stage, 0, here), at));
        }

        private Instant ranked(Stage stage, long rank, Map<Stretch, List<Member>> here) {
            long bucket = stretchOf(rank);
            long before =
                    counts.headMap(bucket, false).values().stream()
                            .mapToLong(Amount::members)
                            .sum();
            return here.getOrDefault(at(stage, bucket), List.of()).stream()
                    .map(Member::since)
                    .sorted(naturalOrder())
                    .skip(rank - before)
                    .findFirst()
                    .orElseThrow();
        }

        private static BigDecimal age(Instant since, Instant at) {
            var age = Duration.between(since, at);
            return BigDecimal.valueOf(age.toSeconds())
                    .add(BigDecimal.valueOf(age.toNanosPart(), 9));
        }
    }
}
