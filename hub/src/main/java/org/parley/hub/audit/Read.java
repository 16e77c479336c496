package org.parley.hub.audit;

import java.time.Instant;
import java.util.Set;
import org.parley.kernel.id.OperationId;

/// One answer that carried exact fields of statements of others.
///
/// @param indices the statements' places in the log
/// @param size how long the log was
record Read(
        OperationId operation,
        Set<Long> indices,
        String organisation,
        String account,
        Way way,
        Instant at,
        long size) {}
