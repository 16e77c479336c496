package org.parley.hub.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.parley.hub.journal.OwnStatements;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;

/// Who read one's own exact records: only ever asked by their originator, for its own.
@Service
public class ReadAudit {

    private static final int MOST_ALERTS = 200;

    private final ReadLedger ledger;
    private final ReadStore store;
    private final OwnStatements own;

    ReadAudit(ReadLedger ledger, ReadStore store, OwnStatements own) {
        this.ledger = ledger;
        this.store = store;
        this.own = own;
    }

    /// The reads of one statement of who asks, the newest first; as known at an earlier moment,
    /// those until then. Empty where the organisation said no such statement.
    public Optional<Page<ReadView>> of(Asked asked, StatementId statement, Paging paging) {
        return own.find(asked.cut().operation(), asked.reader().organisation(), statement)
                .filter(said -> said.index() < asked.cut().size())
                .map(_ -> page(asked, statement.value(), paging));
    }

    /// The reads of all statements of who asks, the newest first.
    public Page<ReadView> all(Asked asked, Paging paging) {
        return page(asked, null, paging);
    }

    /// The newest first.
    ///
    /// @param officer whether who asks looks after the accounts of their own organisation
    public List<ReadAlertView> alerts(Asked asked, boolean officer) {
        ledger.flush();
        return store.alerts(
                asked.cut().operation(), asked.reader().organisation(), officer, MOST_ALERTS);
    }

    private Page<ReadView> page(Asked asked, @Nullable UUID statement, Paging paging) {
        ledger.flush();
        var after = paging.after().map(ReadAudit::place);
        var rows =
                store.reads(
                        asked.cut(),
                        new ReadStore.Wanted(
                                asked.reader().organisation(),
                                statement,
                                after.map(Place::at).orElse(null),
                                after.map(Place::read).orElse(null),
                                paging.limit() + 1));
        var page = Page.of(rows, paging, ReadAudit::cursor);
        return new Page<>(page.items().stream().map(ReadStore.Row::view).toList(), page.next());
    }

    private record Place(Instant at, UUID read) {}

    private static String cursor(ReadStore.Row last) {
        return last.view().at() + "_" + last.read();
    }

    private static Place place(String cursor) {
        try {
            int between = cursor.indexOf('_');
            return new Place(
                    Instant.parse(cursor.substring(0, Math.max(0, between))),
                    UUID.fromString(cursor.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new InvalidValue(
                    "after",
                    "value.cursor",
                    "is no cursor of this list: '{was}'; take the one that the last page gave",
                    cursor);
        }
    }
}
