package org.parley.hub.partners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.hub.heard.Awaiting;
import org.parley.hub.heard.Question;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// Invitations to take a seat at the center that await the invited partner. Any later report that
/// it has come further answers the invitation; leaving ends it.
@Component
class SeatsAwaited implements Awaiting {

    private final SeatStore seats;

    SeatsAwaited(SeatStore seats) {
        this.seats = seats;
    }

    @Override
    public String kind() {
        return "partners.seat";
    }

    @Override
    public List<Question> asked(Sight sight, Cut cut) {
        var reports = new ArrayList<>(seats.seats(sight, cut));
        reports.sort((one, other) -> Long.compare(one.index(), other.index()));
        var open = new HashMap<String, SeatView>();
        var questions = new ArrayList<Question>();
        for (var report : reports) {
            if (stage(report) == SeatStage.INVITED) {
                open.putIfAbsent(report.partner(), report);
                continue;
            }
            var invited = open.remove(report.partner());
            if (invited != null) {
                questions.add(
                        question(
                                invited,
                                new Question.End(
                                        stage(report) != SeatStage.ROTATED_OUT, report.index())));
            }
        }
        open.values().forEach(invited -> questions.add(question(invited, null)));
        return questions;
    }

    private static SeatStage stage(SeatView report) {
        return SeatStage.valueOf(report.stage().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Question question(SeatView invited, Question.@Nullable End end) {
        return new Question(
                "partner/" + invited.partner(),
                new PartnerId(invited.saidBy()),
                new PartnerId(invited.partner()),
                invited.index(),
                null,
                end);
    }
}
