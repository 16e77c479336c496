package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Component;

/// What a reader sees summed up, as known at any size of the log: the sums of the last epoch before
/// it, less what they hold of the consignments that more was said of since, and these as they are.
/// Where a reader sees only some of what was said of consignments, they too are counted from lines.
@Component
class Summing {

    private final SumsApartStore sums;
    private final SharesApartStore all;
    private final ShareStore seen;

    Summing(SumsApartStore sums, SharesApartStore all, ShareStore seen) {
        this.sums = sums;
        this.all = all;
        this.seen = seen;
    }

    Map<Share.Key, Amount> of(Sight sight, Cut cut, @Nullable AssistanceKind kind, Series series) {
        var operation = cut.operation();
        var epoch = sums.last(operation, cut.size());
        var eyes = new Eyes(sight, series);
        var found = new HashMap<Share.Key, Amount>();
        for (var share : sums.sums(operation, epoch, series.codes(), kind)) {
            eyes.add(found, share, 1);
        }
        var changed = new TreeSet<>(all.touched(operation, epoch.upto(), cut.size()));
        if (series == Series.FUNNEL) {
            changed.addAll(lapsingNow(cut));
        }
        var partly =
                eyes.hidden().isEmpty()
                        ? List.<String>of()
                        : all.under(operation, epoch.upto(), eyes.hidden());
        if (series == Series.STAGE) {
            // Whose heads alone are seen is counted whole although a label hides the rest.
            changed.addAll(partly);
        }
        for (var share : all.all(operation, epoch.upto(), changed, Set.of(series))) {
            if (kind == null || share.key().kind().equals(kind.code())) {
                eyes.add(found, share, -1);
            }
        }
        changed.addAll(partly);
        for (var share : seen.seen(sight, cut, kind, changed, series)) {
            found.merge(share.key(), share.amount(), Amount::plus);
        }
        if (series == Series.FUNNEL) {
            lapse(found, cut.at());
        }
        found.values().removeIf(Amount::isNone);
        return found;
    }

    /// Some of these rulings have lapsed at the cut and some have not.
    private List<String> lapsingNow(Cut cut) {
        long now = Buckets.of(cut.at());
        return all.lapsing(cut.operation(), Buckets.start(now), Buckets.start(now + 1));
    }

    /// Takes away what rulings allowed that have lapsed since.
    private static void lapse(Map<Share.Key, Amount> all, Instant at) {
        for (var sum : List.copyOf(all.entrySet())) {
            var key = sum.getKey();
            if (key.bucket() < Buckets.of(at) && key.series().startsWith("lapse")) {
                all.remove(key);
                boolean some = key.series().equals("lapse-some");
                all.computeIfPresent(
                        new Share.Key(some ? "some" : "unit", key.kind(), key.item(), 0),
                        (_, before) ->
                                before.plus(
                                        some
                                                ? StepSums.fewer(sum.getValue())
                                                : StepSums.less(sum.getValue())));
            }
        }
    }

    /// Which groups a reader sees whole, and which labels hide a part of the others.
    private static final class Eyes {

        private final Set<Integer> coarse;
        private final Set<Integer> operational;
        private final boolean heads;
        private final Set<Integer> hidden = new HashSet<>();

        Eyes(Sight sight, Series series) {
            this.coarse = Set.of(sight.labels(COARSE));
            this.operational = Set.of(sight.labels(OPERATIONAL));
            this.heads = series == Series.STAGE;
        }

        Set<Integer> hidden() {
            return hidden;
        }

        void add(Map<Share.Key, Amount> all, Share share, int sign) {
            var labels = share.labels();
            boolean whole = operational.containsAll(labels);
            boolean none = labels.stream().noneMatch(operational::contains);
            if (heads && none) {
                whole = coarse.containsAll(labels);
                none = labels.stream().noneMatch(coarse::contains);
                if (whole) {
                    put(all, share.key(), new Amount(share.amount().members(), List.of()), sign);
                    return;
                }
            }
            if (whole) {
                put(all, share.key(), share.amount(), sign);
            } else if (!none) {
                labels.stream().filter(label -> !operational.contains(label)).forEach(hidden::add);
            }
        }

        private static void put(
                Map<Share.Key, Amount> all, Share.Key key, Amount amount, int sign) {
            var before = all.getOrDefault(key, Amount.NONE);
            all.put(key, sign < 0 ? before.minus(amount) : before.plus(amount));
        }
    }
}
