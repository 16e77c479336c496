package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;

/// A receipt (c2sp.org/tlog-proof@v1): where a leaf is in a log, the path to the root, and the
/// signed checkpoint with that root. One text that is checked offline.
///
/// @param extra unauthenticated data of the application; Parley writes none
/// @param checkpoint the signed checkpoint verbatim
public record TlogProof(byte @Nullable [] extra, long index, List<Hash> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_PATH = 63;

    public TlogProof {
        extra = extra == null ? null : extra.clone();
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new InvalidValue("receipt", "has no such index or path");
        }
    }

    /// The receipt for a leaf.
    ///
    /// @param checkpoint signed, of the size that the proof is for
    public static TlogProof of(InclusionProof proof, Note checkpoint) {
        return new TlogProof(null, proof.index(), proof.path(), checkpoint.format());
    }

    public static TlogProof parse(String receipt) {
        int gap = receipt.indexOf("\n\n");
        if (gap < 0 || !receipt.endsWith("\n")) {
            throw new InvalidValue("receipt", "must hold an empty line and end with a newline");
        }
        if (receipt.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new InvalidValue("receipt", "has a line above 64 KiB");
        }
        var lines = new ArrayList<>(List.of(receipt.substring(0, gap).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new InvalidValue("receipt", "must begin with " + HEADER);
        }
        var extra = value(lines, "extra ").map(text -> Strict.base64("extra", text)).orElse(null);
        var index =
                value(lines, "index ")
                        .map(text -> Strict.decimal("index", text))
                        .orElseThrow(() -> new InvalidValue("receipt", "has no index line"));
        var path = lines.stream().map(Hash::parse).toList();
        return new TlogProof(extra, index, path, receipt.substring(gap + 2));
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.isEmpty() || !lines.getFirst().startsWith(name)
                ? Optional.empty()
                : Optional.of(lines.removeFirst().substring(name.length()));
    }

    public String format() {
        var text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append("extra ").append(Strict.base64(extra)).append('\n');
        }
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /// Checks the whole receipt.
    ///
    /// @throws Unproven or [InvalidValue] saying which part does not hold
    public Logged check(Hash leafHash, Policy policy) {
        var note = Note.parse(checkpoint);
        var head = Checkpoint.parse(note.text()); // hashes first: signatures cost a thousand times
        if (index >= head.size()) {
            throw new Unproven(
                    "The receipt's index %d is not below the log's size %d."
                            .formatted(index, head.size()));
        }
        if (!new InclusionProof(index, head.size(), path).proves(leafHash, head.root())) {
            throw new Unproven("The statement is not at index %d of that log.".formatted(index));
        }
        var accepted = policy.accept(note);
        return new Logged(index, accepted);
    }

    /// A leaf that is in a log, and who says so.
    public record Logged(long index, Policy.Accepted by) {}
}
