package org.parley.hub.journal;

import java.time.InstantSource;
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
        for (var owed : store.owed(operation, from, published)) {
            events.publishEvent(owed);
        }
        transactions.executeWithoutResult(
                _ -> store.delivered(operation, from, published, clock.instant()));
    }

    /// The size up to which everything was delivered.
    long delivered(OperationId operation) {
        return store.lastDelivered(operation);
    }
}
