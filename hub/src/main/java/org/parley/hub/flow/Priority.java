package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How urgent the requester says it is.
public enum Priority {
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("routine")
    ROUTINE;

    public String code() {
        return Codes.of(this);
    }
}
