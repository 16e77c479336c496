package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// What an authenticator signs: random, good for one purpose, for ten minutes, once. The hub signs
/// a challenge instead of keeping it, so that strangers who load the page fill no table.
@Component
class Challenges {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Long.BYTES;
    private static final int LENGTH = HEAD + 32;

    private final SecretStore secrets;
    private final PasskeyStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(SecretStore secrets, PasskeyStore store, InstantSource clock) {
        this.secrets = secrets;
        this.store = store;
        this.clock = clock;
    }

    byte[] make(String purpose) {
        var head = ByteBuffer.allocate(HEAD);
        var nonce = new byte[RANDOM];
        random.nextBytes(nonce);
        head.put(nonce).putLong(clock.instant().plus(LASTS).getEpochSecond());
        return ByteBuffer.allocate(LENGTH)
                .put(head.array())
                .put(seal(purpose, head.array()))
                .array();
    }

    /// Whether the hub made it for this purpose and it has not ended.
    boolean isGood(byte[] challenge, String purpose) {
        if (challenge.length != LENGTH) {
            return false;
        }
        var head = Arrays.copyOf(challenge, HEAD);
        return MessageDigest.isEqual(
                        seal(purpose, head), Arrays.copyOfRange(challenge, HEAD, LENGTH))
                && ends(challenge).isAfter(clock.instant());
    }

    /// Uses it up. Part of the transaction that acts on it.
    ///
    /// @return whether this is the first use
    boolean use(byte[] challenge) {
        return store.useChallenge(Hashes.sha256(challenge), ends(challenge), clock.instant());
    }

    private static Instant ends(byte[] challenge) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(challenge).getLong(RANDOM));
    }

    private byte[] seal(String purpose, byte[] head) {
        return Hashes.hmac(secrets.get("challenges"), head, purpose.getBytes(UTF_8));
    }
}
