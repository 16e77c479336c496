package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How goods were taken on the way, as UN 2720 tells the two apart.
public enum Interception {
    /// Peacefully, by people who need them.
    @JsonProperty("self-distribution")
    SELF_DISTRIBUTION,
    /// Forcefully, by armed actors.
    @JsonProperty("armed")
    ARMED;

    public String code() {
        return Codes.of(this);
    }
}
