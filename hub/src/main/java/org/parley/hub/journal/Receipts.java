package org.parley.hub.journal;

import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.TlogProof;
import org.springframework.stereotype.Component;

/// Writes receipts: where a leaf is, the path to the root, and the signed checkpoint.
@Component
class Receipts {

    private final Tiles tiles;

    Receipts(Tiles tiles) {
        this.tiles = tiles;
    }

    Receipt of(OperationId operation, long index, Published checkpoint) {
        var proof = tiles.tree(operation, checkpoint.size()).inclusion(index);
        var text = TlogProof.of(proof, Note.parse(checkpoint.note())).format();
        return new Receipt(operation, index, text);
    }
}
