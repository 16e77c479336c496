package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import org.parley.kernel.proof.Sha256;

/// HMAC-SHA-256 under one seed, with its two padded keys hashed in advance: a salt then costs two
/// compressions instead of four, and no provider look-up.
final class SaltMaker {

    static final int SALT = 16;
    private static final int BLOCK = 64;
    private static final byte NO_NAME = (byte) 0xFF; // never occurs in UTF-8

    private final MessageDigest inner;
    private final MessageDigest outer;

    SaltMaker(byte[] seed) {
        inner = keyed(seed, 0x36);
        outer = keyed(seed, 0x5C);
    }

    private static MessageDigest keyed(byte[] seed, int pad) {
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < seed.length ? seed[i] : 0) ^ pad);
        }
        var digest = Sha256.digest();
        digest.update(block);
        return digest;
    }

    /// 16 bytes that cannot be told without the seed.
    byte[] salt(String name) {
        return Arrays.copyOf(mac(name.getBytes(UTF_8)), SALT);
    }

    /// 32 bytes that look like the digest of a field and stand for none.
    byte[] decoy(int number) {
        return mac(new byte[] {NO_NAME, (byte) (number >> 8), (byte) number});
    }

    private byte[] mac(byte[] message) {
        var hash = copy(inner).digest(message);
        return copy(outer).digest(hash);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException theJdksOwnIsCloneable) {
            throw new IllegalStateException(theJdksOwnIsCloneable);
        }
    }
}
