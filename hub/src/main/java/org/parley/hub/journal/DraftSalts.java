package org.parley.hub.journal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.kernel.statement.Seeds;
import org.parley.kernel.statement.StatementForm;

/// What is random in a statement's bytes, made from one secret: so the bytes can be shown to their
/// author before anything is logged, and be the same when it is.
record DraftSalts(byte[] secret) {

    private static final int EXACT = 3;
    private static final int LABEL = 4;

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

    private byte[] part(int number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(new byte[] {(byte) number});
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
