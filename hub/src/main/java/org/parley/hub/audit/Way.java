package org.parley.hub.audit;

import java.util.Locale;

/// By what way something was read.
enum Way {
    /// A page of the console.
    PAGE,
    /// A JSON answer.
    API,
    /// A file to take along.
    EXPORT;

    static Way of(String address) {
        if (address.endsWith("/package") || address.endsWith("/export")) {
            return EXPORT;
        }
        return address.startsWith("/api/") ? API : PAGE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
