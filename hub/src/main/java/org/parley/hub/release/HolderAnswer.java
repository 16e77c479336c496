package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a holder says became of a recalled statement on its side.
public enum HolderAnswer {
    @JsonProperty("deleted")
    DELETED,
    /// It keeps it, and may say why.
    @JsonProperty("kept")
    KEPT,
    /// It never took it over.
    @JsonProperty("not-held")
    NOT_HELD;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
