package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// Somebody independent who cosigns checkpoints after checking that each extends the one before.
interface Witness {

    /// How the last request to a witness ended.
    enum State {
        /// Not asked yet.
        NEW,
        COSIGNED,
        /// It did not answer in time, or not at all.
        AWAY,
        /// It answered that it does not cosign for this log.
        REFUSED,
        /// It holds a longer log, or another one of this size.
        CONFLICT,
        /// What it sent is no cosignature of this checkpoint by its key.
        WRONG
    }

    /// What came of asking.
    record Answer(State state, Optional<SignatureLine> cosignature) {

        static Answer without(State state) {
            return new Answer(state, Optional.empty());
        }
    }

    VerifierKey key();

    /// Where it is asked.
    String address();

    /// @param since gives the proof from a size that the witness holds, 1 or more and below the
    ///     checkpoint's
    Answer cosign(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since);

    /// The size of the log that the witness holds, asked by showing it the newest checkpoint; empty
    /// when it cannot be told.
    OptionalLong holds(Note note, Checkpoint checkpoint);

    /// The configured witnesses: `vkey URL` each. No other address is ever asked.
    static List<Witness> of(JournalSettings settings) {
        return settings.witnesses().stream()
                .<Witness>map(line -> HttpWitness.of(line, settings.witnessPatience()))
                .toList();
    }
}
