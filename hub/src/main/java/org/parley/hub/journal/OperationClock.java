package org.parley.hub.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;

/// Gives an operation a clock of its own, as an exercise has. Operations that no bean answers for
/// live by the hub's clock.
public interface OperationClock {

    Optional<InstantSource> of(OperationId operation);

    /// When a statement is heard that an exercise plays: its script's time, not the clock's, so
    /// that a history can be told faster than it happened. Empty for all that people say.
    default Optional<Instant> heard(OperationId operation, StatementId statement) {
        return Optional.empty();
    }
}
