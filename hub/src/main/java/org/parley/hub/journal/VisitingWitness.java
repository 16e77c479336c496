package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.VerifierKey;

/// A witness that the hub cannot reach: it follows the log and brings its cosignatures.
record VisitingWitness(List<VerifierKey> keys) implements Witness {

    VisitingWitness {
        keys = List.copyOf(keys);
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Answer cosign(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        return Answer.without(WitnessStanding.State.NEW);
    }

    @Override
    public OptionalLong holds(Note note, Checkpoint checkpoint) {
        return OptionalLong.empty();
    }
}
