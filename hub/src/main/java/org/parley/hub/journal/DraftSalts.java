package org.parley.hub.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.statement.Seeds;
import org.parley.kernel.statement.StatementForm;

/// What is random in a statement's bytes, made from one secret: so the bytes can be shown to their
/// author before anything is logged, and be the same when it is.
record DraftSalts(byte[] secret) {

    private static final int EXACT = 3;
    private static final int LABEL = 4;
    private static final int HELD = 5;

    /// The seeds of F0, F1 and F2 one after the other.
    byte[] seeds() {
        var seeds = new byte[3 * Seeds.BYTES];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(part(i), 0, seeds, i * Seeds.BYTES, Seeds.BYTES);
        }
        return seeds;
    }

    byte[] exactSeed() {
        return part(EXACT);
    }

    /// For a label that nobody has used yet.
    byte[] labelSalt() {
        return Arrays.copyOf(part(LABEL), StatementForm.SALT_BYTES);
    }

    /// For texts that are held back, one after the other.
    Supplier<byte[]> heldSalts() {
        var number = new AtomicInteger();
        return () ->
                Arrays.copyOf(
                        mac(
                                ByteBuffer.allocate(1 + Integer.BYTES)
                                        .put((byte) HELD)
                                        .putInt(number.getAndIncrement())
                                        .array()),
                        HeldText.SALT_BYTES);
    }

    private byte[] part(int number) {
        return mac(new byte[] {(byte) number});
    }

    private byte[] mac(byte[] part) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(part);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
