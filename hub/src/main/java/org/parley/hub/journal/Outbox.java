package org.parley.hub.journal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Delivers what reactions are owed, after the checkpoint and at least once: what a crash left
/// undelivered is delivered when the operation's line starts again.
@Component
class Outbox {

    private final CheckpointStore store;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Outbox(
            CheckpointStore store,
            @Qualifier("writer") TransactionTemplate transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    void deliver(OperationId operation, long from, long published) {
        together(store.owed(operation, from, published)).forEach(events::publishEvent);
        transactions.executeWithoutResult(
                _ -> store.delivered(operation, from, published, clock.instant()));
    }

    /// What grew batch after batch without a gap is one growth to those who react.
    private static List<LogGrew> together(List<LogGrew> owed) {
        var joined = new ArrayList<LogGrew>();
        for (var next : owed) {
            if (!joined.isEmpty() && joined.getLast().size() == next.from()) {
                var before = joined.removeLast();
                joined.add(new LogGrew(before.operation(), before.from(), next.size(), next.at()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /// The size up to which everything was delivered.
    long delivered(OperationId operation) {
        return store.lastDelivered(operation);
    }
}
