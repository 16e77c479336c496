package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a list leaves out a position that the site's own address gives.
public enum PositionHeld {
    /// The reader's organisation has declared no working area that the site is said to lie in
    /// today.
    OUTSIDE_WORKING_AREA,
    /// It has pulled as many positions today as it may.
    DAY_IS_SPENT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
