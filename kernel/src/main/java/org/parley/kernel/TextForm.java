package org.parley.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form that a whole text must have.
///
/// @param code of what is wrong with a text of another form
/// @param english the same as a sentence with the blank `{was}`, for example `must be a web
///     address, was '{was}'`
public record TextForm(Pattern pattern, String code, String english) {

    /// A neutral id or code. Names that people read are data, per party and language; ids never
    /// are.
    public static final TextForm SLUG =
            of(
                    "[a-z0-9][a-z0-9-]{0,63}",
                    "value.slug",
                    "must be 1 to 64 lower-case letters, digits or hyphens, was '{was}'");

    public static TextForm of(String pattern, String code, String english) {
        return new TextForm(Pattern.compile(pattern), code, english);
    }

    /// The text that the field must have.
    public String required(String field, @Nullable String text) {
        if (text == null || !pattern.matcher(text).matches()) {
            throw new InvalidValue(field, code, english, text);
        }
        return text;
    }

    /// The text of a field that may be left out.
    public @Nullable String optional(String field, @Nullable String text) {
        return text == null ? null : required(field, text);
    }
}
