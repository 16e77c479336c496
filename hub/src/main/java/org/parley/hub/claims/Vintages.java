package org.parley.hub.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Label;

/// What may happen to the vintages of one register, decided without a database.
final class Vintages {

    static final String LEFT_OPEN = "claims.vintage-left-open";

    private Vintages() {}

    /// A vintage may open when nothing later has arrived, and under the label that the register
    /// has always had: a reader must not learn from missing rows that others got new ones.
    static Verdict open(List<VintageStore.Kept> register, VintageOpened opened, Label label) {
        for (var earlier : register) {
            if (earlier.asOf().isAfter(opened.asOf())) {
                return Verdict.refused(
                        "claims.vintage-older",
                        Map.of(
                                "asOf",
                                opened.asOf().toString(),
                                "known",
                                earlier.asOf().toString()));
            }
            if (!earlier.addressed().equals(label.toString())) {
                return Verdict.refused("claims.label-differs", Map.of("source", opened.source()));
            }
            if (earlier.vintage().equals(opened.vintage()) && earlier.closed() != null) {
                return Verdict.refused(
                        "claims.vintage-closed", Map.of("vintage", opened.vintage()));
            }
        }
        boolean leftOpen = register.stream().anyMatch(earlier -> earlier.closed() == null);
        return leftOpen ? Verdict.accepted(Set.of(LEFT_OPEN)) : Verdict.accepted();
    }

    /// Rows and the closing belong to an open vintage, and carry its label.
    static Verdict within(Optional<VintageStore.Kept> vintage, String name, Label label) {
        if (vintage.isEmpty()) {
            return Verdict.refused("claims.vintage-unknown", Map.of("vintage", name));
        }
        if (vintage.get().closed() != null) {
            return Verdict.refused("claims.vintage-closed", Map.of("vintage", name));
        }
        return vintage.get().addressed().equals(label.toString())
                ? Verdict.accepted()
                : Verdict.refused("claims.label-differs", Map.of("source", vintage.get().source()));
    }
}
