package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.VerifierKey;

/// Holds what two parties remember of a log against each other: witnesses' folders, checkpoints
/// that were sent by mail, receipts. A log that showed each party another history is found out here
/// and nowhere earlier.
final class Comparison {

    private final List<VerifierKey> keys;
    private final Optional<ShownLog> shown;
    private final Path evidence;

    /// @param keys of the log; those of a witness's folder are known already
    /// @param shown where the log's tiles can be had, for checkpoints of different sizes
    Comparison(List<VerifierKey> keys, Optional<ShownLog> shown, Path evidence) {
        this.keys = List.copyOf(keys);
        this.shown = shown;
        this.evidence = evidence;
    }

    /// What one of the parties remembers.
    private record Memory(String where, Note note, Checkpoint head) {}

    /// Says what was found about each log that both know.
    ///
    /// @throws Ended with the code and the sentence, unless all is one history
    List<String> of(String one, String other) throws IOException {
        var known = new ArrayList<>(keys);
        var ones = memories(one, known);
        var others = memories(other, known);
        var said = new ArrayList<String>();
        for (var mine : ones) {
            for (var theirs : others) {
                if (mine.head().origin().equals(theirs.head().origin())) {
                    said.add(
                            mine.head().size() <= theirs.head().size()
                                    ? compared(mine, theirs, known)
                                    : compared(theirs, mine, known));
                }
            }
        }
        if (said.isEmpty()) {
            throw new Ended(
                    Ended.NOT_TOLD, "%s and %s have no log in common.".formatted(one, other));
        }
        return said;
    }

    private String compared(Memory shorter, Memory longer, List<VerifierKey> known)
            throws IOException {
        requireSigned(shorter, known);
        requireSigned(longer, known);
        var head = longer.head();
        if (shorter.head().size() == 0) {
            return "%s knows nothing of %s yet.".formatted(shorter.where(), head.origin());
        }
        if (shorter.head().size() < head.size() && shown.isEmpty()) {
            throw new Ended(
                    Ended.NOT_TOLD,
                    ("%s holds %d statements of %s and %s holds %d; to tell whether these are one"
                                    + " history, give the log's address with --url.")
                            .formatted(
                                    shorter.where(),
                                    shorter.head().size(),
                                    head.origin(),
                                    longer.where(),
                                    head.size()));
        }
        var finding =
                Histories.between(
                        shorter.note(), longer.note(), tile -> shown.orElseThrow().read(tile));
        return switch (finding) {
            case Histories.Finding.Same _ ->
                    "%s and %s hold the same %d statements of %s, with root %s."
                            .formatted(
                                    shorter.where(),
                                    longer.where(),
                                    head.size(),
                                    head.origin(),
                                    head.root());
            case Histories.Finding.One _ ->
                    "The %d statements of %s that %s holds begin with the %d that %s holds."
                            .formatted(
                                    head.size(),
                                    head.origin(),
                                    longer.where(),
                                    shorter.head().size(),
                                    shorter.where());
            case Histories.Finding.Two(var fork) ->
                    throw new Ended(
                            Ended.TWO_HISTORIES,
                            fork.sentence()
                                    + " Both checkpoints are kept in "
                                    + fork.keep(evidence)
                                    + ".");
            case Histories.Finding.NotShown(var why) ->
                    throw new Ended(
                            Ended.NOT_TOLD,
                            ("The log %s does not show that the %d statements that %s holds begin"
                                            + " with the %d that %s holds (%s).")
                                    .formatted(
                                            head.origin(),
                                            head.size(),
                                            longer.where(),
                                            shorter.head().size(),
                                            shorter.where(),
                                            why));
        };
    }

    private static void requireSigned(Memory memory, List<VerifierKey> known) {
        try {
            Policy.ofLog(
                            known.stream()
                                    .filter(key -> key.name().equals(memory.head().origin()))
                                    .toList())
                    .accept(memory.note());
        } catch (Unproven | InvalidValue not) {
            throw new Ended(
                    Ended.NOT_TOLD,
                    "The checkpoint of %s is not shown to be the log's: %s"
                            .formatted(memory.where(), not.getMessage()));
        }
    }

    private static List<Memory> memories(String where, List<VerifierKey> known) throws IOException {
        if (where.startsWith("http://") || where.startsWith("https://")) {
            int slash = where.lastIndexOf('/');
            var bytes = ShownLog.at(where.substring(0, slash)).got(where.substring(slash + 1));
            return List.of(memory(where, new String(bytes, UTF_8)));
        }
        var path = Path.of(where);
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new Ended(Ended.NOT_TOLD, "There is no file " + where + ".");
            }
            return List.of(memory(where, Files.readString(path)));
        }
        var found = new ArrayList<Memory>();
        for (var log : WitnessFolder.look(path).logs()) {
            log.keys().stream().filter(key -> !known.contains(key)).forEach(known::add);
            log.memory().last().ifPresent(note -> found.add(memory(where, note.format())));
        }
        return found;
    }

    /// A signed checkpoint, or the one in a receipt.
    private static Memory memory(String where, String text) {
        try {
            var note =
                    Note.parse(
                            text.startsWith("c2sp.org/tlog-proof@v1\n")
                                    ? TlogProof.parse(text).checkpoint()
                                    : text);
            return new Memory(where, note, Checkpoint.parse(note.text()));
        } catch (InvalidValue neither) {
            throw new Ended(
                    Ended.NOT_TOLD,
                    "%s is neither a checkpoint nor a receipt (%s)."
                            .formatted(where, neither.getMessage()));
        }
    }
}
