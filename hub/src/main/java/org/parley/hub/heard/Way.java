package org.parley.hub.heard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// By which way an organisation came to know a statement.
public enum Way {
    /// It said it itself.
    SAID,
    /// An answer of the JSON interface.
    API,
    /// A file that was taken out.
    EXPORT,
    /// A page of the console.
    PAGE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
