package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import org.parley.kernel.id.OperationId;
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
public class Erasure {

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
        boolean erases =
                store.asks(operation, grew.from(), grew.size(), ErasedKind.TYPE, ExpiredKind.TYPE);
        if (erases || store.asks(operation, grew.from(), grew.size(), TextStruck.TYPE)) {
            int gone = destroy(operation, grew.from(), grew.size());
            if (erases) {
                // The state is replayed whatever is still there: a crash may lie between the two.
                // It never had the held texts.
                replay(operation, gone);
            }
        }
    }

    /// Carries out all that the stored journal asks for and that is still owed, whether published
    /// or not: for a journal that came from a backup, and for one that nothing is signed for any
    /// more. A backup that was written between an erasure and its being carried out holds both, the
    /// asking and the content.
    ///
    /// @return from how many statements something was still there
    public int catchUp(OperationId operation) {
        int gone = destroy(operation, 0, Long.MAX_VALUE);
        if (gone > 0) {
            replay(operation, gone);
        }
        return gone;
    }

    private int destroy(OperationId operation, long from, long until) {
        var due = store.due(operation, from, until);
        var expired = store.expired(operation, from, until);
        var struck = store.struck(operation, from, until);
        return requireNonNull(
                eraser.execute(
                        _ -> {
                            int gone = 0;
                            for (var each : expired.entrySet()) {
                                if (store.destroy(operation, each.getKey(), each.getValue())) {
                                    gone++;
                                }
                            }
                            for (long index : struck) {
                                if (store.strike(operation, index)) {
                                    gone++;
                                }
                            }
                            return gone + store.destroy(operation, due);
                        }));
    }

    private void replay(OperationId operation, int gone) {
        crash.at(CrashPoint.ERASED);
        rebuild.run(operation);
        LOG.atInfo()
                .addKeyValue("operation", operation)
                .addKeyValue("statements", gone)
                .log("Content erased");
    }
}
