package org.parley.hub.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.claims.RowsObserved;
import org.parley.hub.claims.RowsWithdrawn;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;

/// Sends an import's statements to the journal, some thousand rows at a time, and reads on while
/// they are stored and signed. Ids follow from what is said, so an import that is repeated says
/// nothing twice.
final class Sending {

    /// Statements handed over together.
    private static final int WINDOW = 8;

    /// Windows that are on their way at most: memory for some 8,000 rows.
    private static final int AHEAD = 4;

    private final Journal journal;
    private final ImportRequest request;
    private final Plan plan;
    private final String file;
    private final Label label;
    private final Instant claimedAt;
    private final List<ObservedRow> rows = new ArrayList<>(RowsObserved.MOST);
    private final List<String> keys = new ArrayList<>(RowsObserved.MOST);
    private final List<Submission<?>> waiting = new ArrayList<>(WINDOW);
    private final ArrayDeque<Supplier<List<Outcome>>> underWay = new ArrayDeque<>(AHEAD);
    private long statements;

    Sending(Journal journal, ImportRequest request, Plan plan, String file) {
        this.journal = journal;
        this.request = request;
        this.plan = plan;
        this.file = file;
        this.label = Label.operation(request.actor().organisation(), FieldClass.OPERATIONAL);
        this.claimedAt = plan.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void row(ObservedRow row) {
        rows.add(row);
        if (rows.size() == RowsObserved.MOST) {
            sendRows();
        }
    }

    void withdrawn(String key) {
        keys.add(key);
        if (keys.size() == RowsObserved.MOST) {
            sendKeys();
        }
    }

    /// Everything that was handed over is in the journal when this returns.
    void flush() {
        sendRows();
        sendKeys();
        submit();
        while (!underWay.isEmpty()) {
            hear(underWay.removeFirst().get());
        }
    }

    /// What is said once and for all, whatever the vintage.
    <B extends Record & Body> void describe(B body, Instant since) {
        waiting.add(
                new Submission<>(
                        request.operation(),
                        ContentId.of(
                                request.operation(),
                                request.actor().organisation(),
                                request.actor().account(),
                                body),
                        request.actor(),
                        label,
                        since,
                        body));
    }

    <B extends Record & Body> void say(String what, B body) {
        waiting.add(
                new Submission<>(
                        request.operation(),
                        StatementId.derivedFrom(
                                request.operation().value(),
                                request.actor().organisation().value(),
                                plan.source(),
                                plan.vintage(),
                                file,
                                what),
                        request.actor(),
                        label,
                        claimedAt,
                        body));
        if (waiting.size() == WINDOW) {
            submit();
        }
    }

    private void sendRows() {
        if (rows.isEmpty()) {
            return;
        }
        var content = new StringBuilder("rows");
        rows.forEach(row -> content.append('\n').append(row.key()).append(' ').append(row.hash()));
        say(content.toString(), new RowsObserved(plan.source(), plan.vintage(), rows));
        rows.clear();
    }

    private void sendKeys() {
        if (keys.isEmpty()) {
            return;
        }
        say(
                "withdrawn\n" + String.join("\n", keys),
                new RowsWithdrawn(plan.source(), plan.vintage(), keys));
        keys.clear();
    }

    private void submit() {
        if (waiting.isEmpty()) {
            return;
        }
        if (underWay.size() == AHEAD) {
            hear(underWay.removeFirst().get());
        }
        underWay.add(journal.send(List.copyOf(waiting)));
        waiting.clear();
    }

    private void hear(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Recorded(_, _, _, var repeated, _) -> statements += repeated ? 0 : 1;
                case Outcome.Pending _ -> statements++;
                case Outcome.Refused(_, var why) -> throw new ImportRefused(why);
                case Outcome.Conflict(var id) ->
                        throw new IllegalStateException("Another statement has the id " + id);
            }
        }
    }

    long statements() {
        return statements;
    }
}
