package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What sort of assistance a consignment is. Each kind has totals and readers of its own; none is
/// ever added to another.
public enum AssistanceKind {
    @JsonProperty("humanitarian")
    HUMANITARIAN,
    @JsonProperty("logistical")
    LOGISTICAL,
    @JsonProperty("security")
    SECURITY,
    @JsonProperty("commercial")
    COMMERCIAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AssistanceKind of(String code) {
        return Codes.of(AssistanceKind.class, "kind", code);
    }
}
