package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where an authority's review of a request stands.
public enum ReviewState {
    @JsonProperty("under-review")
    UNDER_REVIEW,
    @JsonProperty("on-hold")
    ON_HOLD;

    public String code() {
        return Codes.of(this);
    }
}
