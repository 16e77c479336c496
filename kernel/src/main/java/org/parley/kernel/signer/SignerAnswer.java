package org.parley.kernel.signer;

import java.util.List;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.SignatureLine;

/// What the signer answers when asked to sign a checkpoint.
public sealed interface SignerAnswer {

    /// Signed now, or the same signatures as when it was first asked for this checkpoint.
    record Signed(List<SignatureLine> signatures) implements SignerAnswer {

        public Signed {
            signatures = List.copyOf(signatures);
        }
    }

    /// It remembers a tree that the checkpoint does not extend. The hub must not go on.
    record Refused(long lastSize, Hash lastRoot) implements SignerAnswer {}

    /// It cannot be reached or cannot do its work; asking again later is safe.
    record Away(String why) implements SignerAnswer {}
}
