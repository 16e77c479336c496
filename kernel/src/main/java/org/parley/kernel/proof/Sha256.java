package org.parley.kernel.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the JDK, which every Java platform must have.
public final class Sha256 {

    private Sha256() {}

    /// A digest of the caller's own; digests are not safe for use by several threads.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public static Hash of(byte[] bytes) {
        return Hash.owning(digest().digest(bytes));
    }
}
