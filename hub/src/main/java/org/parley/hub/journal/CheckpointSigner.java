package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// The signer as the journal sees it: it remembers the last tree that it signed for each origin,
/// and signs nothing that does not extend it. In service a process of its own.
public interface CheckpointSigner {

    /// What the signer answers.
    sealed interface Answer {

        record Signed(List<SignatureLine> signatures) implements Answer {}

        /// It remembers another tree; the hub must not go on.
        record Refused(long rememberedSize) implements Answer {}

        /// It cannot be reached; what is stored stays stored.
        record Away() implements Answer {}
    }

    /// @param since gives the proof from a size that the signer remembers to the checkpoint's
    Answer sign(Checkpoint checkpoint, LongFunction<ConsistencyProof> since);

    /// The public keys that it signs an origin's checkpoints with; none while it is away.
    List<VerifierKey> keys(String origin);

    /// The last tree that it signed for an origin.
    ///
    /// @param size 0 for none
    record Remembered(long size, Hash root) {}

    /// What it remembers of an origin; empty while it is away.
    Optional<Remembered> remembered(String origin);
}
