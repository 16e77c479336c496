package org.parley.hub.flow;

import java.util.Arrays;
import java.util.List;

/// What is summed up. Each is read by itself and has sums of one or more kinds.
enum Series {
    /// Consignments and weights by stage, and since when they stand there.
    STAGE("stage"),
    /// How much took each step, by unit, and how many consignments; what of it lapses, and when.
    FUNNEL("unit", "some", "lapse", "lapse-some"),
    /// Who said what of which kind.
    SOURCE("source"),
    /// Stays at the nodes of the way: ended, ended out of order, and going on.
    STAY("stay", "odd", "still"),
    /// What authorities ruled, after how long, for which reasons.
    RULING("ruling", "reason");

    private final List<String> codes;

    Series(String... codes) {
        this.codes = List.of(codes);
    }

    List<String> codes() {
        return codes;
    }

    static Series of(String code) {
        return Arrays.stream(values())
                .filter(series -> series.codes.contains(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown series " + code));
    }
}
