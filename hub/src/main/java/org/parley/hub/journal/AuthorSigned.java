package org.parley.hub.journal;

import java.util.Arrays;
import org.parley.kernel.statement.AuthorProof;

/// A statement's bytes were fixed before it was said, and a passkey of its author signed their
/// hash.
///
/// @param secret what its salts are made from, see [StatementDrafts]
/// @param hash of the bytes that were signed
public record AuthorSigned(byte[] secret, byte[] hash, AuthorProof proof) {

    public AuthorSigned {
        secret = secret.clone();
        hash = hash.clone();
    }

    /// Whether these bytes are what was signed.
    boolean isOver(byte[] statement) {
        return Arrays.equals(hash, AuthorProof.challenge(statement));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorSigned(var theirSecret, var theirHash, var theirProof)
                && Arrays.equals(secret, theirSecret)
                && Arrays.equals(hash, theirHash)
                && proof.equals(theirProof);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
