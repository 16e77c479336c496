package org.parley.hub.journal;

import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// What may not be erased, though its originator asks for it. Implemented above this module, where
/// it is known what is held as evidence.
public interface Keepsakes {

    /// Why the statement stays, if so.
    Optional<Refusal> stays(
            OperationId operation, PartnerId originator, StatementId statement, String type);
}
