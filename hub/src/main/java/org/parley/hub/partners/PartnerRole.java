package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// A part that an organisation holds in an operation, for a time.
public enum PartnerRole {
    @JsonProperty("party")
    PARTY,
    @JsonProperty("host")
    HOST,
    @JsonProperty("guarantor")
    GUARANTOR,
    @JsonProperty("mediator")
    MEDIATOR,
    @JsonProperty("establishing-command")
    ESTABLISHING_COMMAND,
    @JsonProperty("authority")
    AUTHORITY,
    @JsonProperty("monitor")
    MONITOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
