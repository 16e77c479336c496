package org.parley.kernel.quantity;

import org.parley.kernel.InvalidValue;

/// How much of what should have reported did: counting points of counting points, or records of
/// records.
public record Coverage(long reported, long expected) {

    public Coverage {
        if (reported < 0 || expected < 0) {
            throw new InvalidValue(
                    "coverage", "must not be negative, was %d of %d".formatted(reported, expected));
        }
    }

    public boolean isComplete() {
        return reported >= expected;
    }
}
