package org.parley.hub.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What stands in a register, and which of it a file has shown so far: 44 to 88 bytes a row, so
/// that a million rows fit beside everything else. Keys are held as 128 bits of their SHA-256.
final class Fingerprints {

    /// What a row of the file is to the register.
    enum Change {
        ADDED,
        CHANGED,
        SAME
    }

    private static final int WORDS = 4;
    private static final byte STANDS = 1;
    private static final byte SEEN = 2;

    private long[] words = new long[WORDS * 1024];
    private byte[] states = new byte[1024];
    private int filled;
    private String lastKey = "";
    private int lastSlot = -1;
    private final MessageDigest sha256;

    Fingerprints() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// A row stands in the register with this content.
    void stands(String key, String hash) {
        int slot = slot(key);
        states[slot] |= STANDS;
        content(slot, hash);
    }

    boolean seen(String key) {
        int slot = slot(key); // first: it may put other arrays in place
        return (states[slot] & SEEN) != 0;
    }

    /// The file has this row.
    Change see(String key, String hash) {
        int slot = slot(key);
        boolean stood = (states[slot] & STANDS) != 0;
        states[slot] |= SEEN;
        if (!stood) {
            content(slot, hash);
            return Change.ADDED;
        }
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hash));
        boolean same =
                words[slot * WORDS + 2] == bytes.getLong()
                        && words[slot * WORDS + 3] == bytes.getLong();
        return same ? Change.SAME : Change.CHANGED;
    }

    /// The file has this row, though it cannot be read.
    void touch(String key) {
        int slot = slot(key);
        states[slot] |= SEEN;
    }

    /// The file is to be read again.
    void forgetSeen() {
        for (int i = 0; i < states.length; i++) {
            states[i] &= ~SEEN;
        }
    }

    private void content(int slot, String hash) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hash));
        words[slot * WORDS + 2] = bytes.getLong();
        words[slot * WORDS + 3] = bytes.getLong();
    }

    /// Where the key is, or where it now is.
    private int slot(String key) {
        if (lastSlot >= 0 && key.equals(lastKey)) {
            return lastSlot; // a row's key is asked for twice in a row
        }
        if (filled * 4L > states.length * 3L) {
            grow();
        }
        var digest = ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        lastSlot = place(digest.getLong() | 1, digest.getLong()); // never all zero: that is free
        lastKey = key;
        return lastSlot;
    }

    private int place(long high, long low) {
        int mask = states.length - 1;
        int slot = (int) low & mask;
        while (words[slot * WORDS] != 0) {
            if (words[slot * WORDS] == high && words[slot * WORDS + 1] == low) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        words[slot * WORDS] = high;
        words[slot * WORDS + 1] = low;
        filled++;
        return slot;
    }

    private void grow() {
        var oldWords = words;
        var oldStates = states;
        words = new long[oldWords.length * 2];
        states = new byte[oldStates.length * 2];
        filled = 0;
        for (int i = 0; i < oldStates.length; i++) {
            if (oldWords[i * WORDS] != 0) {
                int slot = place(oldWords[i * WORDS], oldWords[i * WORDS + 1]);
                words[slot * WORDS + 2] = oldWords[i * WORDS + 2];
                words[slot * WORDS + 3] = oldWords[i * WORDS + 3];
                states[slot] = oldStates[i];
            }
        }
    }
}
