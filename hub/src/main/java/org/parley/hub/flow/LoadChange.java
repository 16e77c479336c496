package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How loads become other loads: trucks in are not trucks out.
public enum LoadChange {
    /// One load becomes several.
    @JsonProperty("split")
    SPLIT,
    /// Several loads become one.
    @JsonProperty("merge")
    MERGE,
    /// Goods go from one set of vehicles onto another.
    @JsonProperty("transload")
    TRANSLOAD;

    public String code() {
        return Codes.of(this);
    }
}
