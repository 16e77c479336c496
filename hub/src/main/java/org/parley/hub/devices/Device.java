package org.parley.hub.devices;

import java.time.Instant;
import java.util.Optional;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// A device of somebody in the field, whose key signs what they say in one operation.
///
/// @param id as its statements name it
/// @param key the thumbprint (RFC 7638) of its public key
/// @param jwk the public key as JSON
/// @param algorithm `EdDSA` or `ES256`
/// @param account who speaks by it
/// @param ceiling the widest field class that it may be shown; never above its person's when it was
///     enrolled
/// @param name what it is called
/// @param addedBy the account that asked for it
/// @param endsAt what it signs afterwards is nobody's word; at most thirty days after it was added
/// @param revokedBy who ended it; empty where it ended with its person's account or keys
public record Device(
        String id,
        String key,
        String jwk,
        String algorithm,
        String account,
        PartnerId organisation,
        OperationId operation,
        FieldClass ceiling,
        String name,
        String addedBy,
        Instant addedAt,
        Instant endsAt,
        Optional<Instant> revokedAt,
        String revokedBy) {

    /// How it stands.
    public enum State {
        GOOD,
        ENDED,
        REVOKED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isAfter(endsAt) ? State.ENDED : State.GOOD;
    }
}
