package org.parley.hub.journal;

import java.util.function.Supplier;
import org.springframework.transaction.TransactionStatus;

/// Keeps one statement's failure from the rest of its batch.
interface Shield {

    /// No protection: the first failure ends the attempt. The usual, fast way.
    Shield NONE =
            deciding -> {
                try {
                    return deciding.get();
                } catch (RuntimeException fault) {
                    throw new UndecidableStatement(fault);
                }
            };

    Placed around(Supplier<Placed> deciding);

    /// A savepoint for each statement, so that a failure takes back that statement alone. What
    /// features hold back in memory is written before the next statement's turn, so that each one
    /// answers for its own.
    static Shield savepoints(TransactionStatus transaction) {
        return deciding -> {
            var before = transaction.createSavepoint();
            try {
                var placed = deciding.get();
                transaction.flush();
                transaction.releaseSavepoint(before);
                return placed;
            } catch (RuntimeException fault) {
                transaction.rollbackToSavepoint(before);
                return new Placed.Failed(fault);
            }
        };
    }
}
