package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where an organisation's registration with an authority stands, as somebody says.
public enum RegistrationStatus {
    @JsonProperty("applied")
    APPLIED,
    @JsonProperty("registered")
    REGISTERED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
