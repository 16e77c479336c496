package org.parley.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.Verified;

/// Decides whether a checkpoint is cosigned, and remembers it before the cosignature leaves. One
/// request at a time: comparing with the memory and writing it are one step.
final class Cosigner {

    private final WitnessFolder folder;
    private final InstantSource clock;
    private final Consumer<String> tell;
    private final Runnable onceRemembered;

    /// @param tell hears of two histories, in one sentence
    /// @param onceRemembered runs between remembering and answering, where tests let it die
    Cosigner(
            WitnessFolder folder,
            InstantSource clock,
            Consumer<String> tell,
            Runnable onceRemembered) {
        this.folder = folder;
        this.clock = clock;
        this.tell = tell;
        this.onceRemembered = onceRemembered;
    }

    /// What a witness answers (C2SP tlog-witness).
    sealed interface Answer {

        record Cosigned(List<SignatureLine> lines) implements Answer {}

        /// The request does not follow the protocol.
        record Malformed(String why) implements Answer {}

        /// No trusted key of the log has signed, or one has signed wrongly.
        record NotSigned(String why) implements Answer {}

        record UnknownLog(String origin) implements Answer {}

        /// The request does not begin where the memory ends.
        record Conflict(long size) implements Answer {}

        /// The checkpoint is not shown to extend what was cosigned before.
        record NotExtended(String why) implements Answer {}
    }

    Answer answer(byte[] body) throws IOException {
        SubmittedCheckpoint submitted;
        try {
            submitted = SubmittedCheckpoint.parse(body);
        } catch (InvalidValue malformed) {
            return new Answer.Malformed(String.valueOf(malformed.getMessage()));
        }
        var log = folder.log(submitted.checkpoint().origin());
        return log.isEmpty()
                ? new Answer.UnknownLog(submitted.checkpoint().origin())
                : cosign(log.get(), submitted);
    }

    Answer cosign(KnownLog log, SubmittedCheckpoint submitted) throws IOException {
        List<Verified> signed;
        try {
            signed = log.policy().accept(submitted.note()).signatures();
        } catch (Unproven | InvalidValue not) {
            return new Answer.NotSigned(String.valueOf(not.getMessage()));
        }
        if (submitted.old() > submitted.checkpoint().size()) {
            return new Answer.Malformed("the old size is above the checkpoint's");
        }
        synchronized (log) {
            return decided(log, submitted, ofLog(submitted.note(), signed));
        }
    }

    /// The note without signatures of strangers, which would fill the memory.
    private static Note ofLog(Note note, List<Verified> signed) {
        var ids = signed.stream().map(verified -> verified.key().id()).toList();
        return new Note(
                note.text(),
                note.signatures().stream()
                        .filter(line -> ids.contains(line.keyId()))
                        .distinct()
                        .limit(ids.size())
                        .toList());
    }

    private Answer decided(KnownLog log, SubmittedCheckpoint submitted, Note note)
            throws IOException {
        var next = submitted.checkpoint();
        var memory = log.memory();
        if (memory.last().isPresent()) {
            var fork = Fork.ofOneSize(memory.last().get(), note);
            if (fork.isPresent()) {
                report(fork.get());
                return new Answer.Conflict(memory.size());
            }
        }
        if (submitted.old() != memory.size()) {
            return new Answer.Conflict(memory.size());
        }
        if (next.size() == memory.size() && !next.root().equals(memory.root())) {
            return new Answer.Conflict(memory.size());
        }
        if (!isExtended(memory, next, submitted.path())) {
            return new Answer.NotExtended(
                    "the proof does not show that %d statements extend the %d cosigned before"
                            .formatted(next.size(), memory.size()));
        }
        return new Answer.Cosigned(cosigned(memory, next, note));
    }

    private static boolean isExtended(LogMemory memory, Checkpoint next, List<Hash> path) {
        if (memory.size() == 0 || next.size() == memory.size()) {
            boolean empty = next.size() == 0;
            return path.isEmpty() && empty == next.root().equals(Rfc6962.EMPTY_ROOT);
        }
        return new ConsistencyProof(memory.size(), next.size(), path)
                .proves(memory.root(), next.root());
    }

    private List<SignatureLine> cosigned(LogMemory memory, Checkpoint next, Note note)
            throws IOException {
        long now = clock.instant().getEpochSecond();
        var lines = folder.keys().stream().map(key -> key.sign(next.body(), now)).toList();
        var remembered = note;
        for (var line : lines) {
            remembered = remembered.with(line);
        }
        memory.remember(remembered);
        onceRemembered.run();
        return lines;
    }

    /// Keeps what shows the fork and says so, once for each.
    Path report(Fork fork) throws IOException {
        var kept = fork.keep(folder.evidence());
        tell.accept(fork.sentence() + " Both checkpoints are kept in " + kept + ".");
        return kept;
    }

    List<SigningKey> keys() {
        return folder.keys();
    }
}
