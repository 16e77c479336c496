package org.parley.witness;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.TileSource;
import org.parley.kernel.proof.TileTree;

/// Whether two signed checkpoints of a log are of one history, by the log's own tiles.
final class Histories {

    private Histories() {}

    sealed interface Finding {

        /// The longer extends the shorter.
        record One(ConsistencyProof proof) implements Finding {}

        record Same() implements Finding {}

        record Two(Fork fork) implements Finding {}

        /// The tiles do not make up what was signed, or cannot be had.
        record NotShown(String why) implements Finding {}
    }

    /// @param older of at most the size of `newer`, 1 or more; both with signatures that hold
    /// @param tiles of the newer
    static Finding between(Note older, Note newer, TileSource tiles) {
        var fork = Fork.ofOneSize(older, newer);
        if (fork.isPresent()) {
            return new Finding.Two(fork.get());
        }
        var one = Checkpoint.parse(older.text());
        var two = Checkpoint.parse(newer.text());
        if (one.size() == two.size()) {
            return new Finding.Same();
        }
        try {
            return byTiles(older, newer, new TileTree(two.size(), tiles));
        } catch (UncheckedIOException | InvalidValue away) {
            return new Finding.NotShown(String.valueOf(away.getMessage()));
        }
    }

    private static Finding byTiles(Note older, Note newer, TileTree tree) {
        var one = Checkpoint.parse(older.text());
        var two = Checkpoint.parse(newer.text());
        var proof = tree.consistencyFrom(one.size());
        if (proof.proves(one.root(), two.root())) {
            return new Finding.One(proof);
        }
        var beginning = tree.root(0, one.size());
        return proof.proves(beginning, two.root())
                ? new Finding.Two(new Fork(older, newer, new Fork.Beginning(beginning, proof)))
                : new Finding.NotShown(
                        "the tiles do not have the root that was signed for %d statements"
                                .formatted(two.size()));
    }

    /// Whether the tiles make up the signed root; empty when they do.
    static Optional<String> whyNot(Note note, TileSource tiles) {
        var head = Checkpoint.parse(note.text());
        try {
            return new TileTree(head.size(), tiles).root().equals(head.root())
                    ? Optional.empty()
                    : Optional.of(
                            "the tiles do not have the root that was signed for %d statements"
                                    .formatted(head.size()));
        } catch (UncheckedIOException | InvalidValue away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }
}
