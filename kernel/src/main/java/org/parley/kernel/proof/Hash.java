package org.parley.kernel.proof;

import java.util.Arrays;
import java.util.HexFormat;
import org.parley.kernel.InvalidValue;

/// A SHA-256 value: 32 bytes, never more or fewer. Verifiers that compare hashes of any length
/// accept an empty hash as proof of an empty root; this type makes that impossible.
public final class Hash {

    public static final int BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /// @throws InvalidValue unless there are exactly 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new InvalidValue(
                    "hash", "value.hash-length", "must be 32 bytes, was {was}", bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// 32 bytes of a longer array.
    public static Hash at(byte[] bytes, int offset) {
        if (offset < 0 || offset + BYTES > bytes.length) {
            throw new InvalidValue(
                    "hash", "32 bytes wanted at %d of %d".formatted(offset, bytes.length));
        }
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /// Reads canonical base64, the form in checkpoints and proofs.
    public static Hash parse(String base64) {
        return of(Strict.base64("hash", base64));
    }

    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    public byte[] bytes() {
        return value.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, BYTES);
    }

    byte[] shared() {
        return value;
    }

    public String base64() {
        return Strict.base64(value);
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash theirs && Arrays.equals(value, theirs.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }
}
