package org.parley.hub.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;

/// A checkpoint on offer to one witness.
///
/// @param tried done when the witness was asked once, whatever came of it
/// @param cosigned its cosignatures, however late; none when a newer offer took the place of this
record Offer(
        Note note,
        Checkpoint checkpoint,
        LongFunction<ConsistencyProof> since,
        CompletableFuture<Boolean> tried,
        CompletableFuture<List<SignatureLine>> cosigned) {

    Offer(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        this(note, checkpoint, since, new CompletableFuture<>(), new CompletableFuture<>());
    }

    void giveUp() {
        tried.complete(false);
        cosigned.complete(List.of());
    }
}
