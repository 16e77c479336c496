package org.parley.hub.claims;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;

/// What the texts of this module must look like.
final class Checked {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern WEB = Pattern.compile("https?://\\S{1,1000}");

    private Checked() {}

    static String slug(String field, @Nullable String value) {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be 1 to 64 lower-case letters, digits, points or hyphens, was '%s'"
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

    static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    static @Nullable String web(String field, @Nullable String value) {
        if (value != null && !WEB.matcher(value).matches()) {
            throw new InvalidValue(field, "must be a web address, was '%s'".formatted(value));
        }
        return value;
    }

    /// Texts by language tag; English must be among them.
    static Map<String, String> names(String field, @Nullable Map<String, String> value) {
        if (value == null || !value.containsKey("en")) {
            throw new InvalidValue(field, "must have a text for 'en' at least");
        }
        value.forEach((language, name) -> text(field + "." + language, name, 500));
        return Map.copyOf(value);
    }
}
