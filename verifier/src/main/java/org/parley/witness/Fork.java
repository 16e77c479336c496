package org.parley.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.durable.DurableFiles;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;

/// Two checkpoints that one log has signed and that cannot both be of one history.
///
/// @param first the shorter, or the one that was known before
/// @param beginning where the second is longer: what shows that its beginning has another root;
///     null where both are of one size
record Fork(Note first, Note second, @Nullable Beginning beginning) {

    /// The beginning of the longer history, as long as the shorter one.
    ///
    /// @param root over it
    /// @param proof that the longer tree begins so
    record Beginning(Hash root, ConsistencyProof proof) {}

    /// Both validly signed, of one size and with different roots.
    static Optional<Fork> ofOneSize(Note first, Note second) {
        var one = Checkpoint.parse(first.text());
        var two = Checkpoint.parse(second.text());
        return one.origin().equals(two.origin())
                        && one.size() == two.size()
                        && !one.root().equals(two.root())
                ? Optional.of(new Fork(first, second, null))
                : Optional.empty();
    }

    /// Sizes and roots in one sentence.
    String sentence() {
        var one = Checkpoint.parse(first.text());
        var two = Checkpoint.parse(second.text());
        return beginning == null
                ? ("The log %s shows two histories: it has signed %d statements with root %s, and"
                                + " %d statements with root %s.")
                        .formatted(one.origin(), one.size(), one.root(), two.size(), two.root())
                : ("The log %s shows two histories: it has signed %d statements with root %s, and"
                                + " %d statements with root %s, whose first %d have root %s.")
                        .formatted(
                                one.origin(),
                                one.size(),
                                one.root(),
                                two.size(),
                                two.root(),
                                one.size(),
                                beginning.root());
    }

    /// Writes both checkpoints, and what connects them, into a folder of their own.
    Path keep(Path evidence) throws IOException {
        var one = Checkpoint.parse(first.text());
        var two = Checkpoint.parse(second.text());
        var folder =
                evidence.resolve(
                        "%d-%s-%d-%s"
                                .formatted(
                                        one.size(),
                                        one.root().hex().substring(0, 8),
                                        two.size(),
                                        two.root().hex().substring(0, 8)));
        DurableFiles.createFolder(folder);
        DurableFiles.write(folder.resolve("first.checkpoint"), first.format());
        DurableFiles.write(folder.resolve("second.checkpoint"), second.format());
        if (beginning != null) {
            var proof = new StringBuilder("old " + beginning.proof().from() + "\n");
            beginning.proof().path().forEach(hash -> proof.append(hash.base64()).append('\n'));
            DurableFiles.write(folder.resolve("beginning.root"), beginning.root() + "\n");
            DurableFiles.write(folder.resolve("beginning.proof"), proof.toString());
        }
        DurableFiles.write(folder.resolve("sentence.txt"), sentence() + "\n");
        return folder;
    }
}
