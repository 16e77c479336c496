package org.parley.kernel.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the JDK, which every Java platform must have.
public final class Sha256 {

    /// Never fed: copies of it are had for less than looking the algorithm up each time, and a tree
    /// takes one for each of its nodes.
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /// A digest of the caller's own; digests are not safe for use by several threads.
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException providerCannotCopy) {
            return fresh();
        }
    }

    public static Hash of(byte[] bytes) {
        return Hash.owning(digest().digest(bytes));
    }
}
