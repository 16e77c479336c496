package org.parley.kernel.proof;

import java.time.Instant;
import java.util.Optional;

/// A signature that holds.
///
/// @param seconds the time the signer stated, since 1970; 0 when it stated none
public record Verified(VerifierKey key, long seconds) {

    /// When the signer says that it signed.
    public Optional<Instant> at() {
        return seconds == 0 || seconds > Instant.MAX.getEpochSecond()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
