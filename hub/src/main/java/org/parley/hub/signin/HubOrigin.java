package org.parley.hub.signin;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where browsers reach this hub. Passkeys are bound to it, and links that are handed on begin with
/// it; never taken from a request, which anybody can write.
@Component
public class HubOrigin {

    private final SignInSettings settings;
    private final Environment environment;

    HubOrigin(SignInSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// Such as `https://hub.example`, without a slash at the end.
    public String text() {
        var origin = settings.origin();
        return origin == null
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : origin.toString().replaceAll("/+$", "");
    }

    /// The domain that passkeys are made for.
    String rpId() {
        var given = settings.rpId();
        return given == null ? URI.create(text()).getHost() : given;
    }

    /// The domain that passkeys are made for, for those who check their signatures.
    public String domain() {
        return rpId();
    }

    /// Whether browsers reach the hub encrypted, so that cookies may insist on it.
    public boolean isSecure() {
        return text().startsWith("https:");
    }
}
