package org.parley.hub.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.Claims;
import org.parley.hub.claims.Observations;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.hub.reports.SituationSummary.RegisterChange;
import org.springframework.stereotype.Service;

/// Draws situation summaries.
@Service
public class Summaries {

    private final Journal journal;
    private final SummaryStore store;
    private final Claims claims;
    private final Observations observations;

    Summaries(Journal journal, SummaryStore store, Claims claims, Observations observations) {
        this.journal = journal;
        this.store = store;
        this.claims = claims;
        this.observations = observations;
    }

    /// What changed from one cut to a later one.
    public SituationSummary between(Sight sight, Cut from, Cut until) {
        var said =
                claims.since(sight, until, from.size()).stream()
                        .collect(Collectors.partitioningBy(ClaimView::revised));
        return new SituationSummary(
                until.operation().value(),
                journal.operation(until.operation()).orElseThrow().exercise(),
                from.at(),
                from.size(),
                until.at(),
                until.size(),
                store.counts(sight, from, until),
                List.copyOf(said.getOrDefault(false, List.of())),
                List.copyOf(said.getOrDefault(true, List.of())),
                registers(sight, from, until));
    }

    private List<RegisterChange> registers(Sight sight, Cut from, Cut until) {
        return observations.list(sight, until).stream()
                .map(
                        register ->
                                new RegisterChange(
                                        register,
                                        observations.revisions(sight, from, until, register.id())))
                .filter(
                        one ->
                                one.change().added() > 0
                                        || one.change().changed() > 0
                                        || one.change().withdrawn() > 0)
                .toList();
    }
}
