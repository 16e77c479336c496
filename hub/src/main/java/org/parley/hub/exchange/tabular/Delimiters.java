package org.parley.hub.exchange.tabular;

import java.io.StringReader;
import java.util.HashMap;

/// Guesses what separates the cells of a text: the character that cuts most rows of a sample into
/// one and the same number of cells, more than one.
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 100;

    private Delimiters() {}

    static char of(String sample, Limits limits) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(sample, candidate, limits);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String sample, char candidate, Limits limits) {
        var rowsByWidth = new HashMap<Integer, Integer>();
        try (var lines = new CsvLines(new StringReader(sample), candidate, limits, () -> 0)) {
            for (int i = 0; i < SAMPLE_ROWS; i++) {
                var row = lines.next();
                if (row == null) {
                    break;
                }
                rowsByWidth.merge(row.cells().size(), 1, Integer::sum);
            }
        } catch (Unreadable sampleEndsInsideQuotes) {
            // What was counted so far decides; the file itself is read, and judged, in full later.
        }
        return rowsByWidth.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToLong(entry -> (long) entry.getValue() * 1_000 + entry.getKey())
                .max()
                .orElse(0);
    }
}
