package org.parley.hub.journal;

import org.parley.kernel.id.OperationId;

/// Proof that a statement is in the journal: a c2sp.org/tlog-proof@v1 text that anybody can check
/// with the hub switched off.
public record Receipt(OperationId operation, long index, String text) {}
