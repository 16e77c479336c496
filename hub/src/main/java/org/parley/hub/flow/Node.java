package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where goods can lie between two steps.
public enum Node {
    /// Between the sender and the crossing's yard, inspection included.
    @JsonProperty("outside")
    OUTSIDE,
    /// In the crossing's yard: offloaded and not collected.
    @JsonProperty("yard")
    YARD,
    /// Between the yard and the destination.
    @JsonProperty("inside")
    INSIDE,
    /// At the destination and not distributed.
    @JsonProperty("destination")
    DESTINATION;

    public String code() {
        return Codes.of(this);
    }
}
