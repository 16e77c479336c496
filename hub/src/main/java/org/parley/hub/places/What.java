package org.parley.hub.places;

import java.util.Locale;

/// What a place is.
enum What {
    AREA,
    CROSSING,
    SITE,
    CORRIDOR;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static What of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
