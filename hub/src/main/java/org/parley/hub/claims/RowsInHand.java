package org.parley.hub.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.hub.claims.ObservationStore.Begun;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Observed rows of the writer's transaction, written together when it is flushed and before it
/// commits: one command for many statements. What is rolled back, whole or to a savepoint, is
/// forgotten.
@Component
class RowsInHand {

    // A rebuild writes when so many rows are in hand: memory is bounded.
    private static final int MOST = 20_000;

    private record Register(OperationId operation, RegisterId id) {

        static Register of(Entry<?> entry, String source) {
            return new Register(
                    entry.operation(), new RegisterId(entry.originator().value(), source));
        }
    }

    private final ObservationStore store;
    private final VintageStore vintages;

    RowsInHand(ObservationStore store, VintageStore vintages) {
        this.store = store;
        this.vintages = vintages;
    }

    void add(Entry<RowsObserved> entry) {
        held().add(Register.of(entry, entry.body().source()), entry);
    }

    void withdraw(Entry<RowsWithdrawn> entry) {
        var register = Register.of(entry, entry.body().source());
        entry.body().keys().forEach(key -> held().end(register, key, entry.index()));
    }

    /// The register's vintages as they stand, read once for many statements.
    List<VintageStore.Kept> vintages(OperationId operation, PartnerId originator, String source) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return vintages.current(operation, originator, source);
        }
        return held().vintages
                .computeIfAbsent(
                        new Register(operation, new RegisterId(originator.value(), source)),
                        _ -> vintages.current(operation, originator, source));
    }

    void open(Entry<VintageOpened> entry) {
        vintages.open(entry);
        held().vintages.clear();
    }

    void close(Entry<VintageClosed> entry) {
        vintages.close(entry);
        held().vintages.clear();
    }

    private Held held() {
        var held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held(this, store);
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held;
    }

    private static final class Held implements TransactionSynchronization {

        private final Object key;
        private final ObservationStore store;
        private final List<Begun> begun = new ArrayList<>();
        private final Map<Register, Map<String, Integer>> standing = new HashMap<>();
        private final Map<Register, Map<String, Long>> ended = new LinkedHashMap<>();
        private final Map<Register, List<VintageStore.Kept>> vintages = new HashMap<>();

        /// @param key what this is bound to the transaction by
        Held(Object key, ObservationStore store) {
            this.key = key;
            this.store = store;
        }

        void add(Register register, Entry<RowsObserved> entry) {
            if (begun.size() > MOST) {
                flush();
            }
            var known = standing.computeIfAbsent(register, _ -> new HashMap<>());
            for (var row : entry.body().rows()) {
                end(register, row.key(), entry.index());
                known.put(row.key(), begun.size());
                begun.add(new Begun(entry, row, Cut.STILL_KNOWN));
            }
        }

        /// Ends the row's version in hand, or the one in the table; only the first end is for the
        /// table, whatever stood under the key since is in hand.
        void end(Register register, String rowKey, long index) {
            var known = standing.get(register);
            var inHand = known == null ? null : known.remove(rowKey);
            if (inHand == null) {
                ended.computeIfAbsent(register, _ -> new HashMap<>()).putIfAbsent(rowKey, index);
            } else {
                var version = begun.get(inHand);
                begun.set(inHand, new Begun(version.by(), version.row(), index));
            }
        }

        private void forget() {
            begun.clear();
            standing.clear();
            ended.clear();
            vintages.clear();
        }

        @Override
        public void flush() {
            ended.forEach(this::end);
            if (!begun.isEmpty()) {
                store.begin(begun);
            }
            forget();
        }

        private void end(Register register, Map<String, Long> ends) {
            var byIndex = new TreeMap<Long, List<String>>();
            for (var there : store.standing(register.operation(), register.id(), ends.keySet())) {
                byIndex.computeIfAbsent(ends.get(there), _ -> new ArrayList<>()).add(there);
            }
            byIndex.forEach(
                    (index, keys) -> store.end(register.operation(), register.id(), index, keys));
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
        public void savepoint(Object savepoint) {
            flush();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forget();
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
