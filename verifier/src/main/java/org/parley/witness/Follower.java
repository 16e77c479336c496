package org.parley.witness;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.Unproven;

/// Follows one log where its hub shows it: fetches the checkpoint, checks by the tiles that it
/// extends what was cosigned before, cosigns it and brings the cosignature to the hub. For a
/// witness that the hub cannot reach.
final class Follower {

    private final ShownLog shown;
    private final WitnessFolder folder;
    private final Cosigner cosigner;
    private final Consumer<String> tell;
    private String lastTold = "";
    private long brought = -1;

    Follower(ShownLog shown, WitnessFolder folder, Cosigner cosigner, Consumer<String> tell) {
        this.shown = shown;
        this.folder = folder;
        this.cosigner = cosigner;
        this.tell = tell;
    }

    /// How one look at the log ended.
    enum Look {
        /// The newest checkpoint is cosigned and with the hub.
        DONE,
        /// It could not be checked or brought; the next look tries again.
        NOT_DONE,
        /// The log shows two histories. There is nothing more to cosign.
        FORK
    }

    Look look() throws IOException {
        Note note;
        Checkpoint head;
        KnownLog log;
        try {
            note = shown.checkpoint();
            head = Checkpoint.parse(note.text());
            log = folder.log(head.origin()).orElse(null);
            if (log == null) {
                return notDone(
                        "%s shows the log %s, which is not known here: give its keys with --log or"
                                        .formatted(shown.address(), head.origin())
                                + " --policy.");
            }
            log.policy().accept(note);
        } catch (IOException | InvalidValue | Unproven not) {
            return notDone("Nothing to cosign: " + not.getMessage() + ".");
        }
        if (head.size() < log.memory().size()) {
            return notDone(
                    ("The log %s shows %d statements, and %d were cosigned before: an old copy, or"
                                    + " a history that was taken back; nothing is cosigned.")
                            .formatted(head.origin(), head.size(), log.memory().size()));
        }
        return grown(log, head, note);
    }

    private Look grown(KnownLog log, Checkpoint head, Note note) throws IOException {
        var memory = log.memory();
        List<Hash> path = List.of();
        if (memory.size() > 0) {
            switch (Histories.between(memory.last().orElseThrow(), note, shown)) {
                case Histories.Finding.One(var proof) -> path = proof.path();
                case Histories.Finding.Same _ -> {
                    return bring(memory);
                }
                case Histories.Finding.Two(var fork) -> {
                    cosigner.report(fork);
                    return Look.FORK;
                }
                case Histories.Finding.NotShown(var why) -> {
                    return notDone("Not cosigned: " + why + ".");
                }
            }
        } else {
            var why = Histories.whyNot(note, shown);
            if (why.isPresent()) {
                return notDone("Not cosigned: " + why.get() + ".");
            }
        }
        var answer = cosigner.cosign(log, new SubmittedCheckpoint(memory.size(), path, note));
        return answer instanceof Cosigner.Answer.Cosigned
                ? bring(memory)
                : notDone("Not cosigned: %s of %d.".formatted(head.origin(), head.size()));
    }

    private Look bring(LogMemory memory) {
        var note = memory.last().orElseThrow();
        var head = Checkpoint.parse(note.text());
        if (brought == head.size()) {
            return Look.DONE;
        }
        try {
            shown.submit(note.text(), own(note));
        } catch (IOException away) {
            return notDone("Cosigned, and not brought to the hub: " + away.getMessage() + ".");
        }
        if (brought < 0 || !lastTold.isEmpty()) {
            tell.accept("Cosigned %s at %d statements.".formatted(head.origin(), head.size()));
        }
        lastTold = "";
        brought = head.size();
        return Look.DONE;
    }

    private List<SignatureLine> own(Note note) {
        var ids = cosigner.keys().stream().map(key -> key.verifier().id()).toList();
        return note.signatures().stream().filter(line -> ids.contains(line.keyId())).toList();
    }

    private Look notDone(String sentence) {
        if (!sentence.equals(lastTold)) {
            tell.accept(sentence);
            lastTold = sentence;
        }
        return Look.NOT_DONE;
    }
}
