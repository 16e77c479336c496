package org.parley.hub.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A submission in an operation's queue, and the answer that its sender waits for. A sender is
/// woken once: when the checkpoint is there, or when there will be none.
final class Waiting {

    /// What became of a submission.
    ///
    /// @param checkpoint the first one over the statement, where it came while its sender waited
    record Answer(Placed placed, Optional<Published> checkpoint) {}

    private record Committed(Placed placed, long atNanos) {}

    private final Prepared<?> prepared;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable Committed committed;
    private volatile boolean gone;

    Waiting(Prepared<?> prepared) {
        this.prepared = prepared;
    }

    Prepared<?> prepared() {
        return prepared;
    }

    Submission<?> submission() {
        return prepared.submission();
    }

    /// How the log tells statements apart: ids belong to their originator.
    String key() {
        return submission().actor().organisation() + "/" + submission().id();
    }

    String originator() {
        return submission().actor().organisation().value();
    }

    UUID id() {
        return submission().id().value();
    }

    /// It is committed, and its checkpoint is still to come.
    void committed(Placed placed) {
        committed = new Committed(placed, System.nanoTime());
    }

    /// Nothing more will become of it, or its checkpoint is from before.
    void settled(Placed placed) {
        answer.complete(new Answer(placed, Optional.empty()));
    }

    /// The checkpoint over what was committed is there.
    void published(Published checkpoint) {
        var before = committed;
        if (before != null) {
            answer.complete(new Answer(before.placed, Optional.of(checkpoint)));
        }
    }

    void failed(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /// Whether its sender has gone with the answer that the receipt is pending.
    boolean isGone() {
        return gone;
    }

    /// Waits until the submission is committed, and from then on for the checkpoint, at most
    /// `patience`; the answer is without one when the signer is away for longer. Whoever is
    /// interrupted still hears whether the submission was committed.
    Answer await(Duration patience) {
        boolean interrupted = false;
        long nanos = patience.toNanos();
        try {
            while (true) {
                try {
                    return answer.get(nanos, TimeUnit.NANOSECONDS);
                } catch (TimeoutException notYet) {
                    nanos = patience.toNanos();
                } catch (InterruptedException stopping) {
                    interrupted = true;
                }
                var stored = committed;
                if (stored != null) {
                    nanos = stored.atNanos + patience.toNanos() - System.nanoTime();
                    if (interrupted || nanos <= 0) {
                        gone = true;
                        return answer.getNow(new Answer(stored.placed, Optional.empty()));
                    }
                }
            }
        } catch (ExecutionException broken) {
            throw unwrapped(broken);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException broken) {
        return broken.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(broken.getCause());
    }
}
