package org.parley.kernel.proof;

/// What was to be shown does not hold. The message is one sentence that a dispute can quote.
public final class Unproven extends RuntimeException {

    public Unproven(String why) {
        super(why);
    }
}
