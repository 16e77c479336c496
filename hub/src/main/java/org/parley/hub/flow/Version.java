package org.parley.hub.flow;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;

/// A version that is not in its table yet.
final class Version {

    private final @Nullable Object[] values;
    private final long from;
    private long until = Cut.STILL_KNOWN;

    Version(long from, @Nullable Object... values) {
        this.from = from;
        this.values = values;
    }

    @Nullable Object[] values() {
        return values;
    }

    /// The same from another statement on, with one value changed.
    Version then(long index, int column, @Nullable Object value) {
        var next = values.clone();
        next[column] = value;
        return new Version(index, next);
    }

    long from() {
        return from;
    }

    long until() {
        return until;
    }

    void end(long index) {
        until = index;
    }

    boolean stands() {
        return until == Cut.STILL_KNOWN;
    }

    /// Whether it was known at no time: replaced by the statement that began it.
    boolean never() {
        return until == from;
    }
}
