package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How far a partner's representation at the center has come.
public enum SeatStage {
    @JsonProperty("invited")
    INVITED,
    @JsonProperty("accredited")
    ACCREDITED,
    @JsonProperty("onboarded")
    ONBOARDED,
    @JsonProperty("seated")
    SEATED,
    @JsonProperty("rotated-out")
    ROTATED_OUT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
