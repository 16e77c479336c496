package org.parley.hub.flow;

import java.util.Map;
import java.util.TreeSet;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Decides on what is said of consignments, from their records as the log stands.
@Component
class Decisions {

    private final RecordStore records;
    private final ObjectProvider<Journal> journal;

    Decisions(RecordStore records, ObjectProvider<Journal> journal) {
        this.records = records;
        this.journal = journal;
    }

    Verdict on(Said<? extends FlowBody> said) {
        var operation = said.operation();
        var concerned = records.load(operation, said.body().consignments());
        return switch (said.body()) {
            case ConsignmentRequested asked ->
                    concerned.isEmpty()
                            ? Verdict.accepted()
                            : Verdict.refused(
                                    "flow.consignment-exists",
                                    Map.of("consignment", asked.consignment()));
            default -> {
                var marks = new TreeSet<String>();
                for (var consignment : said.body().consignments()) {
                    var known = concerned.get(consignment);
                    if (known == null) {
                        marks.add(Marks.CONSIGNMENT_UNKNOWN);
                    }
                    marks.addAll(Counting.of(Happened.of(said.body(), consignment), known).marks());
                }
                yield Verdict.accepted(marks);
            }
        };
    }
}
