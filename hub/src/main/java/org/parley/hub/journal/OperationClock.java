package org.parley.hub.journal;

import java.time.InstantSource;
import java.util.Optional;
import org.parley.kernel.id.OperationId;

/// Gives an operation a clock of its own, as an exercise has. Operations that no bean answers for
/// live by the hub's clock.
public interface OperationClock {

    Optional<InstantSource> of(OperationId operation);
}
