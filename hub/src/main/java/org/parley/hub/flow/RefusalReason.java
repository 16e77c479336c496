package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Why an authority ruled against a line or a part of it, in the words that requesters report.
public enum RefusalReason {
    @JsonProperty("org_not_authorised")
    ORG_NOT_AUTHORISED,
    @JsonProperty("outside_scope")
    OUTSIDE_SCOPE,
    @JsonProperty("dual_use")
    DUAL_USE,
    @JsonProperty("documents")
    DOCUMENTS,
    @JsonProperty("quantity")
    QUANTITY,
    @JsonProperty("other")
    OTHER,
    /// The authority gave no reason: a fact worth counting.
    @JsonProperty("none_given")
    NONE_GIVEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
