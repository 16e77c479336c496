package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// The bytes that each kind of key signs for a note's text (C2SP signed-note and tlog-cosignature).
final class SignedMessage {

    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(UTF_8);
    private static final int LONGEST_NAME = 255;

    private SignedMessage() {}

    /// Empty when the text is no checkpoint and the kind signs nothing else.
    static Optional<byte[]> of(KeyKind kind, String name, String text, long seconds) {
        return switch (kind) {
            case ED25519 -> Optional.of(text.getBytes(UTF_8));
            case COSIGNATURE_V1 ->
                    Optional.of(("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8));
            case ML_DSA_44 -> subtree(name, text, seconds);
        };
    }

    private static Optional<byte[]> subtree(String name, String text, long seconds) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(text);
        } catch (InvalidValue _) {
            return Optional.empty();
        }
        var cosigner = name.getBytes(UTF_8);
        var origin = checkpoint.origin().getBytes(UTF_8);
        if (cosigner.length > LONGEST_NAME || origin.length > LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(
                ByteBuffer.allocate(
                                LABEL.length + cosigner.length + origin.length + 26 + Hash.BYTES)
                        .put(LABEL)
                        .put((byte) cosigner.length)
                        .put(cosigner)
                        .putLong(seconds)
                        .put((byte) origin.length)
                        .put(origin)
                        .putLong(0) // a checkpoint is the subtree that starts at 0
                        .putLong(checkpoint.size())
                        .put(checkpoint.root().shared())
                        .array());
    }
}
