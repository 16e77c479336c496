package org.parley.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.statement.Seen;
import org.springframework.stereotype.Component;

/// Writes receipts: where a leaf is, the path to the root, and the signed checkpoint.
@Component
class Receipts {

    private final Tiles tiles;
    private final Map<OperationId, CheckpointTree> newest = new ConcurrentHashMap<>();

    Receipts(Tiles tiles) {
        this.tiles = tiles;
    }

    Receipt of(OperationId operation, long index, Published checkpoint) {
        var proof = tree(operation, checkpoint.size()).inclusion(index);
        var text = new TlogProof(null, index, proof.path(), checkpoint.note()).format();
        return new Receipt(operation, index, text);
    }

    /// Those who wait are answered together, with the same checkpoint: one tree is kept for them.
    private CheckpointTree tree(OperationId operation, long size) {
        var kept = newest.get(operation);
        if (kept != null && kept.size() == size) {
            return kept;
        }
        var fresh = new CheckpointTree(size, tiles.tree(operation, size));
        var now =
                newest.merge(
                        operation, fresh, (old, next) -> old.size() < next.size() ? next : old);
        return now.size() == size ? now : fresh;
    }

    /// Shows that what an author says to have seen was a beginning of the log; empty where it was
    /// not, or was of another log.
    Optional<List<Hash>> seenPath(
            OperationId operation, Seen seen, long index, Published checkpoint) {
        var head = Checkpoint.parse(Note.parse(checkpoint.note()).text());
        if (!seen.origin().equals(head.origin()) || seen.size() < 1 || seen.size() > index) {
            return Optional.empty();
        }
        var root = tiles.tree(operation, seen.size()).root();
        return root.base64().equals(seen.root())
                ? Optional.of(
                        tiles.tree(operation, checkpoint.size())
                                .consistencyFrom(seen.size())
                                .path())
                : Optional.empty();
    }
}
