package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.quantity.Unit;
import org.springframework.stereotype.Component;

/// How much took each step, kind by kind.
@Component
class FunnelStore {

    /// @param unit none where `amount` counts consignments
    /// @param lines that have some of the step, of `all`
    /// @param weighed those of them whose weight is known
    record UnitSum(
            String kind,
            @Nullable Unit unit,
            String step,
            BigDecimal amount,
            BigDecimal tonnes,
            long lines,
            long weighed,
            long all) {}

    record Source(String kind, String type, @Nullable String step, String originator) {}

    private final Summing summing;

    FunnelStore(Summing summing) {
        this.summing = summing;
    }

    List<UnitSum> sums(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        var all = new ArrayList<UnitSum>();
        summing.of(sight, cut, kind, Series.FUNNEL)
                .forEach(
                        (key, sums) -> {
                            for (int step = 0; step < StepSums.STEPS.size(); step++) {
                                switch (key.series()) {
                                    case "unit" -> all.add(amounts(key, sums, step));
                                    case "some" -> all.add(counts(key, sums, step));
                                    default -> {}
                                }
                            }
                        });
        all.sort(
                Comparator.comparing(UnitSum::kind)
                        .thenComparing(sum -> sum.unit() == null ? "~" : sum.unit().name()));
        return all;
    }

    private static UnitSum amounts(Share.Key key, Amount sums, int step) {
        return new UnitSum(
                key.kind(),
                Unit.valueOf(key.item()),
                StepSums.STEPS.get(step),
                StepSums.amount(sums, step),
                StepSums.tonnes(sums, step),
                StepSums.lines(sums, step),
                StepSums.weighed(sums, step),
                sums.members());
    }

    private static UnitSum counts(Share.Key key, Amount sums, int step) {
        return new UnitSum(
                key.kind(),
                null,
                StepSums.STEPS.get(step),
                sums.sum(step),
                BigDecimal.ZERO,
                0,
                0,
                sums.members());
    }

    /// Whose statements are behind the sums.
    List<Source> sources(Sight sight, Cut cut) {
        return summing.of(sight, cut, null, Series.SOURCE).keySet().stream()
                .map(
                        key -> {
                            var said = key.item().split(" ", 3);
                            return new Source(
                                    key.kind(),
                                    said[0],
                                    said[1].equals("-") ? null : said[1],
                                    said[2]);
                        })
                .toList();
    }
}
