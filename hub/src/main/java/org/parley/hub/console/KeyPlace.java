package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parley.hub.signin.HubOrigin;
import org.springframework.stereotype.Component;

/// Passkeys work at one address of the hub and at no other, least of all at a number.
@Component
class KeyPlace {

    private final HubOrigin origin;

    KeyPlace(HubOrigin origin) {
        this.origin = origin;
    }

    /// The same page at the address at which passkeys work; empty where it is this one.
    Optional<String> elsewhere(HttpServletRequest request, String page) {
        var host = request.getHeader("Host");
        return host != null && origin.text().endsWith("://" + host)
                ? Optional.empty()
                : Optional.of(origin.text() + page);
    }

    String address(String page) {
        return origin.text() + page;
    }
}
