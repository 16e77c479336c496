package org.parley.hub.journal;

import java.util.concurrent.CompletableFuture;

/// A submission in an operation's queue, and the answer that its sender waits for.
record Waiting(Submission<?> submission, CompletableFuture<Placed> placed) {

    Waiting(Submission<?> submission) {
        this(submission, new CompletableFuture<>());
    }

    /// How the log tells statements apart: ids belong to their originator.
    String key() {
        return submission.actor().organisation() + "/" + submission.id();
    }
}
