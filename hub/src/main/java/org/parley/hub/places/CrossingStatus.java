package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a crossing works on a day, as somebody says.
public enum CrossingStatus {
    @JsonProperty("open")
    OPEN,
    /// Less than its usual hours, goods or loads.
    @JsonProperty("limited")
    LIMITED,
    @JsonProperty("closed")
    CLOSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
