package org.parley.hub.claims;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// What the texts of this module must look like.
final class Forms {

    static final TextForm SLUG =
            TextForm.of(
                    "[a-z0-9][a-z0-9.-]{0,63}",
                    "value.slug-points",
                    "must be 1 to 64 lower-case letters, digits, points or hyphens, was '{was}'");

    static final TextForm WEB =
            TextForm.of(
                    "https?://\\S{1,1000}",
                    "value.web-address",
                    "must be a web address, was '{was}'");

    private Forms() {}

    /// Texts by language tag; English must be among them.
    static Map<String, String> names(String field, @Nullable Map<String, String> names) {
        if (names == null || !names.containsKey("en")) {
            throw new InvalidValue(
                    field, "value.english-missing", "must have a text for 'en' at least");
        }
        names.forEach((language, name) -> Checked.text(field + "." + language, name, 500));
        return Map.copyOf(names);
    }
}
