package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.parley.hub.journal.WitnessStanding.State;
import org.parley.hub.outgoing.Outgoing;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// Somebody independent who cosigns checkpoints after checking that each extends the one before.
interface Witness {

    /// What came of asking.
    record Answer(State state, List<SignatureLine> cosignatures) {

        static Answer without(State state) {
            return new Answer(state, List.of());
        }
    }

    /// All of one name.
    List<VerifierKey> keys();

    default String name() {
        return keys().getFirst().name();
    }

    /// Where it is asked; empty for one that comes by itself.
    Optional<String> address();

    /// @param since gives the proof from a size that the witness holds, 1 or more and below the
    ///     checkpoint's
    Answer cosign(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since);

    /// The size of the log that the witness holds, asked by showing it the newest checkpoint; empty
    /// when it cannot be told.
    OptionalLong holds(Note note, Checkpoint checkpoint);

    /// The configured witnesses. No other address is ever asked.
    static List<Witness> of(JournalSettings settings, Outgoing outgoing) {
        return settings.witnesses().stream()
                .map(line -> of(line, settings.witnessPatience(), outgoing))
                .toList();
    }

    /// @param line `VKEY… [URL]`; without a URL it comes by itself
    static Witness of(String line, java.time.Duration patience, Outgoing outgoing) {
        var words = List.of(line.strip().split("\\s+"));
        boolean asked = words.getLast().contains("://");
        var keys =
                words.subList(0, asked ? words.size() - 1 : words.size()).stream()
                        .map(VerifierKey::parse)
                        .toList();
        if (keys.isEmpty() || keys.stream().map(VerifierKey::name).distinct().count() > 1) {
            throw new InvalidValue(
                    "parley.journal.witnesses", "must be keys of one name each, was " + line);
        }
        if (keys.stream().anyMatch(key -> key.kind() == KeyKind.ED25519)) {
            throw new InvalidValue(
                    "parley.journal.witnesses",
                    keys.getFirst().name() + " needs a cosignature key");
        }
        return asked
                ? HttpWitness.at(words.getLast(), keys, patience, outgoing)
                : new VisitingWitness(keys);
    }
}
