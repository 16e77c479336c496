package org.parley.kernel.quantity;

import org.parley.kernel.InvalidValue;

/// How much of what should have reported did: counting points of counting points, or records of
/// records.
public record Coverage(long reported, long expected) {

    public Coverage {
        if (reported < 0 || expected < 0) {
            throw new InvalidValue(
                    "coverage",
                    "value.negative-of",
                    "must not be negative, was {reported} of {expected}",
                    reported,
                    expected);
        }
    }

    public boolean isComplete() {
        return reported >= expected;
    }
}
