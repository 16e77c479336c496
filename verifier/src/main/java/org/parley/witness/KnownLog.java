package org.parley.witness;

import java.util.List;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.VerifierKey;

/// A log that the witness cosigns for: its keys, and what is remembered of it.
record KnownLog(String origin, List<VerifierKey> keys, LogMemory memory) {

    KnownLog {
        keys = List.copyOf(keys);
    }

    /// Accepts what a key of each kind has signed.
    Policy policy() {
        return Policy.ofLog(keys);
    }
}
