package org.parley.kernel;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values that come from outside, as the constructors of records let them in; each check answers
/// with the value or throws an [InvalidValue] that names its field. Texts of one form are for
/// [TextForm].
public final class Checked {

    private Checked() {}

    /// A value that may not be left out.
    public static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "value.missing", "is missing");
        }
        return value;
    }

    /// Free text that the database can hold.
    public static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new InvalidValue(
                    field,
                    "value.text-length",
                    "must be a text of 1 to {most} characters",
                    longest);
        }
        if (value.indexOf('\0') >= 0) {
            throw new InvalidValue(
                    field,
                    "value.character",
                    "must not contain the character {character}",
                    "U+0000");
        }
        return value;
    }

    /// The same where it may be left out.
    public static @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    /// A list of at least one, as a copy.
    public static <T> List<T> some(String field, @Nullable List<T> values, int most) {
        if (values == null || values.isEmpty() || values.size() > most) {
            throw new InvalidValue(field, "value.entries", "must hold 1 to {most} entries", most);
        }
        for (int i = 0; i < values.size(); i++) {
            given(field + "[" + i + "]", values.get(i));
        }
        return List.copyOf(values);
    }

    /// A list that may be empty or left out, as a copy.
    public static <T> List<T> any(String field, @Nullable List<T> values, int most) {
        return values == null || values.isEmpty() ? List.of() : some(field, values, most);
    }

    /// Names of which none may come twice.
    public static void unique(String field, List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw new InvalidValue(field, "value.twice", "has '{was}' twice", name);
            }
        }
    }
}
