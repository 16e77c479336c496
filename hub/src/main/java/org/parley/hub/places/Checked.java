package org.parley.hub.places;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;

/// What the texts of this module must look like.
final class Checked {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern P_CODE = Pattern.compile("[A-Z]{2,3}[A-Z0-9]{0,17}");

    private Checked() {}

    /// A neutral id or code. Names are data; ids never are.
    static String slug(String field, @Nullable String value) {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be 1 to 64 lower-case letters, digits or hyphens, was '%s'"
                            .formatted(value));
        }
        return value;
    }

    static @Nullable String slugOrNone(String field, @Nullable String value) {
        return value == null ? null : slug(field, value);
    }

    static @Nullable String pCode(String field, @Nullable String value) {
        if (value != null && !P_CODE.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be a country code and up to 17 capitals or digits such as XE0102, was '%s'"
                            .formatted(value));
        }
        return value;
    }

    static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new InvalidValue(
                    field, "must be a text of 1 to %d characters".formatted(longest));
        }
        if (value.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "must not contain the character U+0000");
        }
        return value;
    }

    static @Nullable String textOrNone(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "is missing");
        }
        return value;
    }
}
