package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why less, or worse, was received than was sent.
public enum ReceiptReason {
    @JsonProperty("not-loaded")
    NOT_LOADED,
    @JsonProperty("taken-on-the-way")
    TAKEN_ON_THE_WAY,
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("wet")
    WET,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("wrong-goods")
    WRONG_GOODS,
    @JsonProperty("miscounted")
    MISCOUNTED,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("unknown")
    UNKNOWN;

    public String code() {
        return Codes.of(this);
    }
}
