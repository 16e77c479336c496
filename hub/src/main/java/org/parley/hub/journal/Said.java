package org.parley.hub.journal;

import java.time.Instant;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;

/// A statement on its way in, before it is decided.
///
/// @param claimedAt when its author says it was so, or was said: only a claim
/// @param heardAt when the hub heard it, by the operation's clock
/// @param index the place in the log that it will have when it is accepted
public record Said<B extends Body>(
        OperationId operation,
        StatementId id,
        Actor actor,
        Label label,
        Instant claimedAt,
        Instant heardAt,
        long index,
        B body) {}
