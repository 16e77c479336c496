package org.parley.hub.heard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Paging;
import org.parley.hub.heard.SilenceView.Line;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Service;

/// The ledger of silence: what awaits an answer from whom, since when, and what was answered late.
/// All parties have one clock, the hub's at the index of the log. That no answer is recorded says
/// nothing about why.
@Service
public class Silence {

    private static final int LATE = 50;

    private final List<Awaiting> awaiting;
    private final KnownToStore statements;
    private final Clocks clocks;

    Silence(List<Awaiting> awaiting, KnownToStore statements, Clocks clocks) {
        this.awaiting = awaiting.stream().sorted(Comparator.comparing(Awaiting::kind)).toList();
        this.statements = statements;
        this.clocks = clocks;
    }

    /// What a reader may see of it at the cut; open questions by pages.
    public SilenceView ledger(Sight sight, Cut cut, Paging paging) {
        var at = cut.live() ? clocks.now(cut.operation()) : cut.at();
        var all = all(sight, cut);
        var open =
                all.stream()
                        .filter(Timed::open)
                        .sorted(
                                Comparator.comparingLong((Timed one) -> one.question().index())
                                        .thenComparing(one -> one.question().awaits().value())
                                        .thenComparing(Timed::kind))
                        .toList();
        int from = (int) Math.min(open.size(), paging.afterIndex().orElse(0L));
        int to = Math.min(open.size(), from + paging.limit());
        return new SilenceView(
                at,
                new Ledger(at, cut.size()).tallies(all),
                lines(open.subList(from, to)),
                lines(
                        all.stream()
                                .filter(Timed::late)
                                .sorted(Comparator.comparing((Timed one) -> ended(one)).reversed())
                                .limit(LATE)
                                .toList()),
                to < open.size() ? String.valueOf(to) : null);
    }

    private static Long ended(Timed one) {
        var end = one.question().end();
        return end == null ? 0L : end.index();
    }

    private List<Timed> all(Sight sight, Cut cut) {
        var asked = new HashMap<Awaiting, List<Question>>();
        var indexes = new TreeSet<Long>();
        for (var one : awaiting) {
            var questions = one.asked(sight, cut);
            asked.put(one, questions);
            for (var question : questions) {
                indexes.add(question.index());
                if (question.end() != null) {
                    indexes.add(question.end().index());
                }
            }
        }
        var heard = new HashMap<Long, Instant>();
        statements
                .heard(sight, cut, indexes.toArray(Long[]::new))
                .forEach(one -> heard.put(one.index(), one.at()));
        var all = new ArrayList<Timed>();
        for (var one : awaiting) {
            for (var question : asked.getOrDefault(one, List.of())) {
                var at = heard.get(question.index());
                if (at != null) {
                    all.add(new Timed(one.kind(), question, at, ended(question, heard)));
                }
            }
        }
        return all;
    }

    private static @Nullable Instant ended(Question question, Map<Long, Instant> heard) {
        return question.end() == null ? null : heard.get(question.end().index());
    }

    private static List<Line> lines(List<Timed> questions) {
        return questions.stream()
                .map(
                        one ->
                                new Line(
                                        one.kind(),
                                        one.question().about(),
                                        one.question().askedBy().value(),
                                        one.question().awaits().value(),
                                        one.question().index(),
                                        one.askedAt(),
                                        one.question().due(),
                                        one.endedAt() == null ? null : ended(one),
                                        one.endedAt()))
                .toList();
    }
}
