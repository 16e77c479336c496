package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// What the texts and lists of this module must look like.
final class Checked {

    private static final Pattern RECORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /// Opaque by form: a number plate has no `V-` before it.
    private static final Pattern VEHICLE = Pattern.compile("V-[A-Z0-9-]{1,32}");

    static final int LINES = 200;
    static final int TEXT = 1_000;

    private Checked() {}

    static String record(String field, @Nullable String value) {
        if (value == null || !RECORD.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be 1 to 64 letters, digits, points or hyphens, was '%s'"
                            .formatted(value));
        }
        return value;
    }

    static @Nullable String optionalRecord(String field, @Nullable String value) {
        return value == null ? null : record(field, value);
    }

    static String slug(String field, @Nullable String value) {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw new InvalidValue(
                    field,
                    "must be 1 to 64 lower-case letters, digits, points or hyphens, was '%s'"
                            .formatted(value));
        }
        return value;
    }

    static @Nullable String optionalSlug(String field, @Nullable String value) {
        return value == null ? null : slug(field, value);
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

    static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : text(field, value, TEXT);
    }

    static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "is missing");
        }
        return value;
    }

    static BigDecimal amount(String field, @Nullable BigDecimal value) {
        try {
            return new Quantity(given(field, value), Unit.H87).amount();
        } catch (InvalidValue wrong) {
            throw new InvalidValue(field, wrong.problem());
        }
    }

    static BigDecimal positive(String field, @Nullable BigDecimal value) {
        var amount = amount(field, value);
        if (amount.signum() == 0) {
            throw new InvalidValue(field, "must be above zero");
        }
        return amount;
    }

    static @Nullable BigDecimal optionalAmount(String field, @Nullable BigDecimal value) {
        return value == null ? null : amount(field, value);
    }

    static <T> List<T> some(String field, @Nullable List<T> value, int most) {
        if (value == null || value.isEmpty() || value.size() > most) {
            throw new InvalidValue(field, "must hold 1 to %d entries".formatted(most));
        }
        return noNulls(field, value);
    }

    static <T> List<T> any(String field, @Nullable List<T> value, int most) {
        return value == null || value.isEmpty() ? List.of() : some(field, value, most);
    }

    private static <T> List<T> noNulls(String field, List<T> value) {
        for (int i = 0; i < value.size(); i++) {
            given(field + "[" + i + "]", value.get(i));
        }
        return List.copyOf(value);
    }

    static List<String> vehicles(@Nullable List<String> value) {
        var vehicles = any("vehicles", value, LINES);
        for (var vehicle : vehicles) {
            if (!VEHICLE.matcher(vehicle).matches()) {
                throw new InvalidValue(
                        "vehicles",
                        "holds opaque tokens such as V-7K2Q, never a plate, was '%s'"
                                .formatted(vehicle));
            }
        }
        return vehicles;
    }

    static void unique(String field, List<String> values) {
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value)) {
                throw new InvalidValue(field, "has '%s' twice".formatted(value));
            }
        }
    }
}
