package org.parley.hub.exchange;

import java.util.Locale;

/// What a column of a register holds, whatever its publisher calls it.
enum Role {
    KEY,
    DATE,
    PLACE,
    CATEGORY,
    QUANTITY,
    UNIT,
    ASSISTANCE,
    DONOR,
    DESTINATION,
    DESCRIPTION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
