package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an authority ruled on a line. Always read together with who ruled.
public enum RulingOutcome {
    /// For the whole line.
    @JsonProperty("for")
    FOR,
    /// For a part of it.
    @JsonProperty("in-part")
    IN_PART,
    /// Against it.
    @JsonProperty("against")
    AGAINST;

    public String code() {
        return Codes.of(this);
    }
}
