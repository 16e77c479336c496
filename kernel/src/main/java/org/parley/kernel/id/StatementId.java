package org.parley.kernel.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.parley.kernel.InvalidValue;

/// The id that its author gives a statement before sending it. Sending the same id again is how a
/// lost answer is asked for; ids are unique per originator, so one partner cannot probe another's.
public record StatementId(UUID value) {

    public static StatementId parse(String text) {
        try {
            return new StatementId(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            throw new InvalidValue("id", "value.uuid", "must be a UUID, was '{was}'", text);
        }
    }

    /// An id that follows from what is said alone, so that saying it again is a repetition: imports
    /// and example operations. A UUID of version 8 (RFC 9562) over SHA-256.
    public static StatementId derivedFrom(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        var hash = ByteBuffer.wrap(digest.digest());
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new StatementId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
