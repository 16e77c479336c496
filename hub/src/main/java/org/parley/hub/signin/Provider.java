package org.parley.hub.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// An organisation's own OpenID provider, as the deployer named it. It vouches for people of that
/// one organisation and for nobody else.
///
/// @param id in addresses of this hub: small letters, digits, hyphens
/// @param issuer exactly as the provider writes it
/// @param clientId under which the hub is known there
/// @param clientSecret where the provider wants one; PKCE is used in any case
/// @param organisation whose accounts it may open
/// @param name what the button says
public record Provider(
        String id,
        URI issuer,
        String clientId,
        @Nullable String clientSecret,
        String organisation,
        String name) {

    public Provider {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "parley.signin.providers: id has small letters, digits and hyphens: " + id);
        }
    }
}
