package org.parley.hub.journal;

import java.time.Instant;
import org.parley.kernel.id.OperationId;

/// A point in what was known: the first `size` statements of an operation's log. A version of state
/// is known at the cut when `known_from < size AND known_until >= size`; `known_until` is
/// [#STILL_KNOWN] until a statement replaces it.
///
/// @param at when the last of these statements was heard, or the instant that was asked for
/// @param live whether nobody asked for a past moment
public record Cut(OperationId operation, long size, Instant at, boolean live) {

    /// `known_until` of a version that nothing has replaced.
    public static final long STILL_KNOWN = Long.MAX_VALUE;
}
