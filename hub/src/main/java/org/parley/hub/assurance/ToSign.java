package org.parley.hub.assurance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.hub.signin.Passkey;

/// A statement as it will be logged, for its author to sign. Nothing is stored; the statement is
/// sent again with the signature.
///
/// @param statement the bytes, which are text
/// @param said all that it says, each part with its salt: their digests are in the bytes
/// @param hash SHA-256 of the bytes, base64url: the challenge that the passkey signs
/// @param claimedAt to be sent with the statement, since it is signed too
/// @param draft to be sent with the signature
/// @param until when it ends
/// @param key the id of the passkey that is asked for
/// @param keys all that the author could sign with
/// @param options what a browser asks the authenticator for
public record ToSign(
        String statement,
        List<Part> said,
        String hash,
        Instant claimedAt,
        String draft,
        Instant until,
        String key,
        List<Key> keys,
        Map<String, Object> options) {

    /// @param salt base64url
    public record Part(String field, Object value, String salt) {}

    /// @param name as its holder calls it
    public record Key(String id, String name) {

        static Key of(Passkey key) {
            return new Key(key.id(), key.name());
        }
    }
}
