package org.parley.hub.console;

import java.util.Locale;

/// Light or dark, or as the reader's device prefers.
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /// The word in the cookie and in `data-theme`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the one toggle leads to next.
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }

    public static Theme of(String word) {
        return switch (word) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> AUTO;
        };
    }
}
