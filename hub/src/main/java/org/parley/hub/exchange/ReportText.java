package org.parley.hub.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// An import's report as lines for a terminal.
record ReportText(ImportReport report, Path problems) {

    String text() {
        var lines = new StringBuilder();
        add(lines, "%s, read as %s (%s)", report.file(), report.mapping(), report.form());
        if (report.dryRun()) {
            add(lines, "A dry run: nothing was stored.");
        } else if (report.sameFile()) {
            add(lines, "This very file had been taken before: nothing is new.");
        }
        add(lines, "Vintage %s of %s, as of %s", report.vintage(), report.source(), report.asOf());
        count(lines, "rows", report.rows());
        if (report.first() != null && report.last() != null) {
            add(lines, "%12s from %s to %s", "", report.first(), report.last());
        }
        count(lines, "added", report.added());
        count(lines, "changed", report.changed());
        count(lines, "the same as before", report.same());
        count(lines, "withdrawn", report.withdrawn());
        count(lines, "back-dated", report.backDated());
        count(lines, "held back", report.heldBack());
        each(lines, "flagged ", report.flags());
        each(lines, "held back for ", report.problems());
        count(lines, "statements in the journal", report.statements());
        if (report.heldBack() > 0) {
            add(lines, "Rows to correct and send again: %s", problems);
        }
        return lines.toString().stripTrailing();
    }

    private static void each(StringBuilder lines, String what, Map<String, Long> counts) {
        counts.forEach((name, rows) -> count(lines, what + name, rows));
    }

    private static void count(StringBuilder lines, String what, long rows) {
        add(lines, "%,12d %s", rows, what);
    }

    private static void add(StringBuilder lines, String form, Object... values) {
        lines.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
