package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.kernel.id.StatementId;

/// Says lines of the script in the order of hearing, each heard at the time that the script gives.
final class Narrator {

    /// Lines handed over at once.
    static final int CHUNK = 512;

    private final Journal journal;
    private final ExerciseClock clock;
    private final long seed;

    Narrator(Journal journal, ExerciseClock clock, long seed) {
        this.journal = journal;
        this.clock = clock;
        this.seed = seed;
    }

    /// @return how many were refused otherwise than the script says, by the code of the refusal
    Map<String, Long> say(List<Line<?>> lines) {
        var refused = new TreeMap<String, Long>();
        for (int from = 0; from < lines.size(); from += CHUNK) {
            var chunk = lines.subList(from, Math.min(lines.size(), from + CHUNK));
            Map<StatementId, Instant> heard =
                    chunk.stream()
                            .collect(
                                    Collectors.toMap(
                                            line -> line.id(seed),
                                            Line::heard,
                                            (first, _) -> first));
            var outcomes =
                    clock.telling(
                            heard,
                            () ->
                                    journal.submitAll(
                                            chunk.stream()
                                                    .map(line -> line.submission(seed))
                                                    .toList()));
            var each = chunk.iterator();
            for (var outcome : outcomes) {
                var expected = each.next().refusedAs();
                var came = outcome instanceof Outcome.Refused(_, var why) ? why.code() : null;
                // said again later, it may be refused for what has happened since
                if ((came == null) != (expected == null)) {
                    refused.merge(came == null ? "not " + expected : came, 1L, Long::sum);
                }
            }
        }
        return refused;
    }
}
