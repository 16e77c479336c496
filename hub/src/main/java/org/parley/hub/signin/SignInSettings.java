package org.parley.hub.signin;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people sign in at this hub.
///
/// @param origin where browsers reach the hub, such as `https://hub.example`; unless given,
///     `http://localhost` with the hub's own port
/// @param rpId the domain that passkeys are made for; usually the host of the origin
/// @param setup how long the link of the first run is good for
/// @param invitation the same for an invitation
/// @param recovery the same for two officers' approval, and for the link that follows from it
/// @param second how long something waits for a second person
/// @param tries failed attempts of one address in ten minutes before it has to wait
@ConfigurationProperties("parley.signin")
public record SignInSettings(
        @Nullable URI origin,
        @Nullable String rpId,
        @DefaultValue("1h") Duration setup,
        @DefaultValue("72h") Duration invitation,
        @DefaultValue("24h") Duration recovery,
        @DefaultValue("72h") Duration second,
        @DefaultValue("10") int tries) {}
