package org.parley.hub.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries out erasures once they are published: destroys content, salts and references of the
/// statement, then replays the journal, so that no state that came from it is left. The outbox
/// brings an announcement again after a crash, and both steps can be done twice.
@Component
class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final ErasureStore store;
    private final TransactionTemplate eraser;
    private final Rebuild rebuild;
    private final CrashPoint.Hook crash;

    Erasure(
            ErasureStore store,
            @Qualifier("eraser") TransactionTemplate eraser,
            Rebuild rebuild,
            CrashPoint.Hook crash) {
        this.store = store;
        this.eraser = eraser;
        this.rebuild = rebuild;
        this.crash = crash;
    }

    @EventListener
    void carryOut(LogGrew grew) {
        var operation = grew.operation();
        if (!store.asks(operation, grew.from(), grew.size())) {
            return;
        }
        var due = store.due(operation, grew.from(), grew.size());
        var expired = store.expired(operation, grew.from(), grew.size());
        eraser.executeWithoutResult(
                _ -> {
                    expired.forEach((index, gone) -> store.destroy(operation, index, gone));
                    store.destroy(operation, due);
                });
        crash.at(CrashPoint.ERASED);
        rebuild.run(operation);
        LOG.atInfo()
                .addKeyValue("operation", operation)
                .addKeyValue("statements", due.size())
                .addKeyValue("expired", expired.size())
                .log("Content erased");
    }
}
