package org.parley.hub.api;

import org.parley.hub.journal.Actor;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;

/// Who is speaking, and for which organisation: a controller's first parameter on every write.
/// Taken from the session, never from the text of the request.
public record Speaker(OperationId operation, Actor actor, Reader reader) {}
