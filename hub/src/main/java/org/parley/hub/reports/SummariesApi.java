package org.parley.hub.reports;

import java.time.Duration;
import java.util.Optional;
import org.parley.hub.api.Asked;
import org.parley.hub.api.Requests;
import org.parley.hub.journal.Journal;
import org.parley.kernel.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The situation summary as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}/summary")
class SummariesApi {

    private final Summaries summaries;
    private final Requests requests;
    private final Journal journal;

    SummariesApi(Summaries summaries, Requests requests, Journal journal) {
        this.summaries = summaries;
        this.requests = requests;
        this.journal = journal;
    }

    /// @param since an instant or a log size; a day before the cut where it is not given
    @GetMapping
    SituationSummary get(Asked asked, @RequestParam Optional<String> since) {
        var until = asked.cut();
        var from =
                since.map(text -> requests.cut(until.operation(), text))
                        .orElseGet(
                                () ->
                                        journal.asOf(
                                                until.operation(),
                                                until.at().minus(Duration.ofDays(1))));
        if (from.size() > until.size()) {
            throw new InvalidValue("since", "value.since-after", "must not be after asOf");
        }
        return summaries.between(asked.sight(), from, until);
    }
}
