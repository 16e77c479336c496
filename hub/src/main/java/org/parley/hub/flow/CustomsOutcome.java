package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What customs did with goods that were presented.
public enum CustomsOutcome {
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("held")
    HELD,
    @JsonProperty("seized")
    SEIZED;

    public String code() {
        return Codes.of(this);
    }
}
