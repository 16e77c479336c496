package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What kind of organisation a partner is.
public enum PartnerKind {
    @JsonProperty("nation")
    NATION,
    @JsonProperty("international")
    INTERNATIONAL,
    @JsonProperty("ngo")
    NGO,
    @JsonProperty("institution")
    INSTITUTION,
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("community")
    COMMUNITY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
