package org.parley.kernel.id;

import java.util.regex.Pattern;
import org.parley.kernel.InvalidValue;

/// The form of neutral ids: lower-case letters, digits and hyphens, 1 to 64 of them, starting with
/// a letter or a digit. Names that people read are data, per party and language; ids never are.
final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private Slug() {}

    static String checked(String field, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be 1 to 64 lower-case letters, digits or hyphens, was '%s'"
                            .formatted(value));
        }
        return value;
    }
}
