package org.parley.kernel.proof;

import java.util.Base64;
import org.parley.kernel.InvalidValue;

/// Reads numbers and bytes in their one canonical form, so that no receipt has two texts.
final class Strict {

    private static final int LONGEST_DECIMAL = 19;

    private Strict() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] base64(String field, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidValue(field, "value.base64", "must be canonical base64");
        }
        if (!base64(bytes).equals(text)) {
            throw new InvalidValue(field, "value.base64", "must be canonical base64");
        }
        return bytes;
    }

    /// Up to 2^63 - 1, ASCII digits, no sign, no leading zeros.
    static long decimal(String field, String text) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean leadingZero = text.length() > 1 && text.startsWith("0");
        if (text.isEmpty() || text.length() > LONGEST_DECIMAL || !digits || leadingZero) {
            throw new InvalidValue(field, "must be a decimal number without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new InvalidValue(field, "must be below 2^63");
        }
    }
}
