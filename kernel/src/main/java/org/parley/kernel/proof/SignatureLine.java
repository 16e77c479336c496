package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.parley.kernel.InvalidValue;

/// One signature of a note: `— name base64(key id, signature)`.
///
/// @param blob the key id in four bytes and the signature
public record SignatureLine(String name, byte[] blob) {

    private static final String DASH = "\u2014 ";
    private static final int SHORTEST = 5;

    public SignatureLine {
        checkedName(name);
        blob = blob.clone();
        if (blob.length < SHORTEST) {
            throw new InvalidValue("signature", "is too short");
        }
    }

    static SignatureLine of(VerifierKey key, byte[] signature) {
        return new SignatureLine(
                key.name(),
                ByteBuffer.allocate(4 + signature.length).putInt(key.id()).put(signature).array());
    }

    /// Reads a line without its newline.
    public static SignatureLine parse(String line) {
        int end = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || end < 0) {
            throw new InvalidValue("signature", "line must be a dash, a name and base64");
        }
        return new SignatureLine(
                line.substring(DASH.length(), end),
                Strict.base64("signature", line.substring(end + 1)));
    }

    public int keyId() {
        return ByteBuffer.wrap(blob).getInt();
    }

    public byte[] signature() {
        return Arrays.copyOfRange(blob, 4, blob.length);
    }

    /// The line with its newline.
    public String format() {
        return DASH + name + " " + Strict.base64(blob) + "\n";
    }

    static String checkedName(String name) {
        boolean allowed =
                name.codePoints()
                        .noneMatch(
                                c ->
                                        c == '+'
                                                || c < 0x20
                                                || Character.isWhitespace(c)
                                                || Character.isSpaceChar(c)
                                                || c == 0x85);
        if (name.isEmpty() || !allowed) {
            throw new InvalidValue("key name", "must not be empty nor hold spaces or '+'");
        }
        return name;
    }

    static int keyId(String name, KeyKind kind, byte[] key) {
        var sha = Sha256.digest();
        sha.update(name.getBytes(UTF_8));
        sha.update((byte) '\n');
        sha.update((byte) kind.type());
        return ByteBuffer.wrap(sha.digest(key)).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureLine(var theirName, var theirBlob)
                && name.equals(theirName)
                && Arrays.equals(blob, theirBlob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }
}
