package org.parley.hub.console;

import java.time.Duration;
import java.util.Map;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.reports.Summaries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The situation on one page, to read and to print.
@PageController
class SummaryController {

    private static final Map<String, Duration> SPANS =
            Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7));

    private final Summaries summaries;
    private final SummaryPages pages;
    private final Journal journal;

    SummaryController(Summaries summaries, SummaryPages pages, Journal journal) {
        this.summaries = summaries;
        this.pages = pages;
        this.journal = journal;
    }

    /// @param span `day`, `week` or `all`
    @GetMapping("/o/{operation}/summary")
    SummaryPage show(Visit visit, @RequestParam(defaultValue = "day") String span) {
        var known = SPANS.containsKey(span) || span.equals("all") ? span : "day";
        var from = from(visit, known);
        return pages.of(visit, known, from, summaries.between(visit.sight(), from, visit.cut()));
    }

    private Cut from(Visit visit, String span) {
        var length = SPANS.get(span);
        return length == null
                ? journal.asOf(visit.id(), 0)
                : journal.asOf(visit.id(), visit.moment().knownAt().minus(length));
    }
}
