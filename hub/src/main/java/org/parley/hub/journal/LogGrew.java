package org.parley.hub.journal;

import java.time.Instant;
import org.parley.kernel.id.OperationId;

/// An operation's log has a new published checkpoint: live pages and reactions follow this, never
/// the commit. A Spring event.
public record LogGrew(OperationId operation, long from, long size, Instant at) {}
