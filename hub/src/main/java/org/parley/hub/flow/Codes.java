package org.parley.hub.flow;

import java.util.Locale;
import org.parley.kernel.InvalidValue;

/// Codes of enums on the wire and in rows: lower case, with hyphens.
final class Codes {

    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E of(Class<E> type, String field, String code) {
        for (var value : type.getEnumConstants()) {
            if (of(value).equals(code)) {
                return value;
            }
        }
        throw new InvalidValue(field, "value.code-unknown", "is not known: '{was}'", code);
    }
}
