package org.parley.kernel.proof;

/// The hashes of RFC 6962: leaves and inner nodes get different prefixes, so that neither can be
/// passed off as the other.
public final class Rfc6962 {

    /// The root of a tree without leaves.
    public static final Hash EMPTY_ROOT = Sha256.of(new byte[0]);

    private Rfc6962() {}

    public static Hash leaf(byte[] data) {
        var sha = Sha256.digest();
        sha.update((byte) 0);
        return Hash.owning(sha.digest(data));
    }

    public static Hash node(Hash left, Hash right) {
        var sha = Sha256.digest();
        sha.update((byte) 1);
        sha.update(left.shared());
        return Hash.owning(sha.digest(right.shared()));
    }
}
