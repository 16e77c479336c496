package org.parley.hub.journal;

import java.time.Instant;
import org.parley.kernel.audience.Addressed;
import org.parley.kernel.id.OperationId;

/// When something that is said now is addressed to a group, for groups that do not give members who
/// join later all that went before. Asked on the operation's writer. Implemented above, where
/// memberships are kept.
@FunctionalInterface
public interface GroupTimes {

    /// [Addressed#LONG_AGO] for groups that give all.
    Addressed of(OperationId operation, String group, Instant heardAt);
}
