package org.parley.hub.flow;

import java.util.HashMap;
import java.util.Map;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The drafts of the transaction in hand. They are written when the transaction is flushed and
/// before it commits; what is rolled back, whole or to a savepoint, is forgotten with all that was
/// read, and read again.
@Component
class Drafts {

    private final DraftStore store;

    Drafts(DraftStore store) {
        this.store = store;
    }

    /// The operation's draft, which may only be read from where no transaction is in hand.
    Draft of(OperationId operation) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Draft(operation, store);
        }
        var held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held(this);
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held.drafts.computeIfAbsent(operation, it -> new Draft(it, store));
    }

    /// @param key what they are bound to the transaction by
    private record Held(Object key, Map<OperationId, Draft> drafts)
            implements TransactionSynchronization {

        Held(Object key) {
            this(key, new HashMap<>());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void flush() {
            drafts.values().forEach(Draft::write);
        }

        @Override
        public void savepoint(Object savepoint) {
            flush();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            drafts.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flush();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
