package org.parley.hub.access;

import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// Which organisations hold the parts that some roles speak for, now. Implemented above this
/// module, where the partners' dated roles are known.
public interface HeldParts {

    /// Whether the organisation holds what the role speaks for; always so for roles that need
    /// nothing.
    boolean holds(OperationId operation, PartnerId organisation, Role role);
}
