package org.parley.kernel.harm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.parley.kernel.proof.Sha256;

/// Free text that is held back. Its [#token] stands in its place in all that is logged and shown:
/// whoever is given text and salt later on can work it out again, and nobody finds the text by
/// trying.
///
/// @param salt of [#SALT_BYTES] bytes that nobody can guess
public record HeldText(byte[] salt, String text) {

    public static final int SALT_BYTES = 16;

    /// What stands in the place of a text that is held back.
    public static final Pattern TOKEN = Pattern.compile("⟦[A-Za-z0-9_-]{43}⟧");

    public HeldText {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has %d bytes".formatted(SALT_BYTES));
        }
        salt = salt.clone();
    }

    /// The SHA-256 hash over salt and text (UTF-8), in base64url, between white square brackets.
    public String token() {
        var digest = Sha256.digest();
        digest.update(salt);
        digest.update(text.getBytes(UTF_8));
        return "⟦" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()) + "⟧";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldText(var theirSalt, var theirText)
                && text.equals(theirText)
                && Arrays.equals(salt, theirSalt);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
