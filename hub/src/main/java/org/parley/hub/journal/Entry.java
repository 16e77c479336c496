package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A statement in the log, as a feature applies it.
///
/// @param label the number of the label within the operation, for the `label` column of state rows
/// @param marks what did not fit when it was heard: the feature's and the journal's own
public record Entry<B extends Body>(
        OperationId operation,
        long index,
        StatementId id,
        PartnerId originator,
        String account,
        int label,
        Label addressed,
        Instant claimedAt,
        Instant heardAt,
        List<String> marks,
        B body) {}
