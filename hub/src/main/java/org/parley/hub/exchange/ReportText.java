package org.parley.hub.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.parley.hub.api.Wording;

/// An import's report as lines for a terminal, in the language of whoever sits at it.
record ReportText(Wording wording, Locale language, ImportReport report, Path problems) {

    String text() {
        var lines = new StringBuilder();
        line(
                lines,
                "head",
                Map.of("file", report.file(), "mapping", report.mapping(), "form", report.form()));
        if (report.dryRun()) {
            line(lines, "dry-run", Map.of());
        } else if (report.sameFile()) {
            line(lines, "same-file", Map.of());
        }
        line(
                lines,
                "vintage",
                Map.of(
                        "vintage",
                        report.vintage(),
                        "source",
                        report.source(),
                        "day",
                        report.asOf()));
        count(lines, "rows", report.rows());
        if (report.first() != null && report.last() != null) {
            lines.append(" ".repeat(13));
            line(lines, "days", Map.of("first", report.first(), "last", report.last()));
        }
        count(lines, "added", report.added());
        count(lines, "changed", report.changed());
        count(lines, "same", report.same());
        count(lines, "withdrawn", report.withdrawn());
        count(lines, "back-dated", report.backDated());
        count(lines, "held-back", report.heldBack());
        each(lines, "flagged", "flag.exchange.", report.flags());
        each(lines, "held-back-for", "problem.exchange.", report.problems());
        count(lines, "statements", report.statements());
        if (report.heldBack() > 0) {
            line(lines, "mend", Map.of("file", problems));
        }
        return lines.toString().stripTrailing();
    }

    private void each(StringBuilder lines, String key, String words, Map<String, Long> counts) {
        counts.forEach(
                (code, rows) -> {
                    number(lines, rows);
                    line(
                            lines,
                            key,
                            Map.of(
                                    "code",
                                    code,
                                    "what",
                                    wording.find(language, words + code, Map.of()).orElse(code)));
                });
    }

    private void count(StringBuilder lines, String key, long rows) {
        number(lines, rows);
        line(lines, key, Map.of());
    }

    private static void number(StringBuilder lines, long rows) {
        lines.append(String.format(Locale.ROOT, "%,12d ", rows));
    }

    private void line(StringBuilder lines, String key, Map<String, ?> facts) {
        lines.append(wording.find(language, "report.exchange." + key, facts).orElse(key))
                .append('\n');
    }
}
