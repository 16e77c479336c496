package org.parley.hub.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The word that somebody most likely meant.
final class Nearest {

    private static final int FAR = 3;

    private Nearest() {}

    static Optional<String> to(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(word, one)))
                .filter(one -> distance(word, one) < Math.min(FAR, Math.max(2, one.length())));
    }

    /// How many letters must be added, dropped or changed (Levenshtein).
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
