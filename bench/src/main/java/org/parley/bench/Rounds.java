package org.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Contestants measured in turn, round after round (A B C, A B C, …), so that a slow minute of the
/// machine falls on all of them. Counts by the median; shows the least and the most.
final class Rounds {

    interface Trial {
        Load.Result run() throws Exception;
    }

    private final Map<String, Trial> trials = new LinkedHashMap<>();
    private final Map<String, List<Load.Result>> results = new LinkedHashMap<>();

    Rounds with(String name, Trial trial) {
        trials.put(name, trial);
        return this;
    }

    Rounds run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (var trial : trials.entrySet()) {
                var result = trial.getValue().run();
                results.computeIfAbsent(trial.getKey(), _ -> new ArrayList<>()).add(result);
                System.err.printf(
                        Locale.ROOT,
                        "  round %d · %s: %.0f/s, p99 %.1f ms%n",
                        round + 1,
                        trial.getKey(),
                        result.perSecond(),
                        result.p99());
            }
        }
        return this;
    }

    double median(String name) {
        var sorted = rates(name);
        return sorted[sorted.length / 2];
    }

    private double[] rates(String name) {
        return results.getOrDefault(name, List.of()).stream()
                .mapToDouble(Load.Result::perSecond)
                .sorted()
                .toArray();
    }

    private double p99(String name) {
        var sorted =
                results.getOrDefault(name, List.of()).stream()
                        .mapToDouble(Load.Result::p99)
                        .sorted()
                        .toArray();
        return sorted[sorted.length / 2];
    }

    /// One Markdown row for each contestant; the ratio is to the first.
    String rows(String what) {
        var rows = new StringBuilder();
        var first = results.keySet().iterator().next();
        for (var name : results.keySet()) {
            var rates = rates(name);
            rows.append(
                    "| %s | %s | %,.0f (%,.0f–%,.0f) | %.1f | %.2f |%n"
                            .formatted(
                                    what,
                                    name,
                                    median(name),
                                    rates[0],
                                    rates[rates.length - 1],
                                    p99(name),
                                    median(first) / median(name)));
        }
        return rows.toString();
    }
}
