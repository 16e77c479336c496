package org.parley.hub.journal;

/// What the writer did with a submission, once its batch is committed.
sealed interface Placed {

    /// It is in the log, now or from before.
    record Committed(long index, boolean repeated) implements Placed {}

    record Refused(Refusal why) implements Placed {}

    record Conflict() implements Placed {}

    /// It broke the hub: a fault of ours, told to its sender and to nobody else in the batch.
    record Failed(RuntimeException fault) implements Placed {}
}
