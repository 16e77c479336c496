package org.parley.hub.journal;

import java.util.List;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;

/// Somebody independent who cosigns checkpoints after checking that each extends the one before.
interface Witness {

    /// The witness's cosignatures; none when it is away or refuses, which the hub then says.
    List<SignatureLine> cosign(OperationId operation, Note checkpoint, Tiles tiles);
}
