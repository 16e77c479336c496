package org.parley.hub.places;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// How a crossing worked on a day is a report: never refused, marked where it does not fit.
@Component
class CrossingDayKind implements StatementKind<CrossingDayReported> {

    static final String BEFORE_AGREEMENT = "places.before-agreement";
    static final String CROSSING_UNKNOWN = "places.crossing-unknown";

    private final CrossingDayStore store;
    private final PlaceStore places;
    private final ObjectProvider<Journal> journal;

    CrossingDayKind(CrossingDayStore store, PlaceStore places, ObjectProvider<Journal> journal) {
        this.store = store;
        this.places = places;
        this.journal = journal;
    }

    @Override
    public String type() {
        return "places.crossing-day-reported";
    }

    @Override
    public Class<CrossingDayReported> body() {
        return CrossingDayReported.class;
    }

    @Override
    public Verdict decide(Said<CrossingDayReported> said) {
        var marks = new TreeSet<String>();
        var report = said.body();
        if (!places.exists(said.operation(), report.crossing(), What.CROSSING)) {
            marks.add(CROSSING_UNKNOWN);
        }
        var inEffectFrom =
                journal.getObject()
                        .operation(said.operation())
                        .map(Operation::inEffectFrom)
                        .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
                        .orElse(LocalDate.MIN);
        if (report.day().isBefore(inEffectFrom)) {
            marks.add(BEFORE_AGREEMENT);
        }
        return Verdict.accepted(marks);
    }

    @Override
    public void apply(Entry<CrossingDayReported> entry) {
        store.save(entry);
    }
}
