package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parley.hub.outgoing.Call;
import org.parley.hub.outgoing.Outgoing;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the hub asks a provider: where it is reached, by which keys it signs, and the ID token for
/// a code. It asks the host of the issuer, and others only where the deployer named them.
@Component
class ProviderLine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final int MOST = 200_000;

    /// What a provider says of itself, and when it was asked.
    record Known(URI authorization, URI token, JWKSet keys, Instant at) {}

    private final Outgoing outgoing;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ProviderLine(Outgoing outgoing, JsonMapper json, InstantSource clock) {
        this.outgoing = outgoing;
        this.json = json;
        this.clock = clock;
    }

    /// @throws IOException where it does not answer as it must
    Known known(Provider provider) throws IOException {
        var before = known.get(provider.id());
        return before != null && before.at().plus(GOOD_FOR).isAfter(clock.instant())
                ? before
                : ask(provider);
    }

    /// The keys, asked for again where one is missing, but not by everybody who makes one up.
    JWKSet keys(Provider provider, String keyId) throws IOException {
        var before = known(provider);
        boolean there = keyId.isEmpty() || before.keys().getKeyByKeyId(keyId) != null;
        return there || before.at().plus(ASK_AGAIN).isAfter(clock.instant())
                ? before.keys()
                : ask(provider).keys();
    }

    private Known ask(Provider provider) throws IOException {
        var door = outgoing.alsoTo(provider.issuer());
        var base = provider.issuer().toString().replaceAll("/$", "");
        var said = get(door, URI.create(base + "/.well-known/openid-configuration"));
        if (!provider.issuer().toString().equals(said.path("issuer").asString(""))) {
            throw new IOException("the provider says that it is another issuer");
        }
        try {
            var keys = JWKSet.parse(get(door, address(said, "jwks_uri")).toString());
            var fresh =
                    new Known(
                            address(said, "authorization_endpoint"),
                            address(said, "token_endpoint"),
                            keys.toPublicJWKSet(),
                            clock.instant());
            known.put(provider.id(), fresh);
            return fresh;
        } catch (ParseException noKeys) {
            throw new IOException("the provider's keys cannot be read", noKeys);
        }
    }

    private static URI address(JsonNode said, String name) throws IOException {
        try {
            return URI.create(said.path(name).asString(""));
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("the provider does not say its " + name, noAddress);
        }
    }

    private JsonNode get(Outgoing door, URI address) throws IOException {
        try (var reply = door.ask(Call.get(address, PATIENCE))) {
            return read(reply.status(), reply.text(MOST));
        }
    }

    private JsonNode read(int status, String text) throws IOException {
        if (status != 200) {
            throw new IOException("the provider answers " + status);
        }
        try {
            return json.readTree(text);
        } catch (JacksonException noJson) {
            throw new IOException("the provider answers no JSON", noJson);
        }
    }

    /// The ID token for a code.
    ///
    /// @param verifier of PKCE
    String idToken(Provider provider, String code, String back, String verifier)
            throws IOException {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back);
        form.put("client_id", provider.clientId());
        form.put("code_verifier", verifier);
        var call =
                Call.post(
                        known(provider).token(),
                        "application/x-www-form-urlencoded",
                        Call.Content.of(query(form).getBytes(UTF_8)),
                        PATIENCE);
        var secret = provider.clientSecret();
        if (secret != null) {
            var both = encoded(provider.clientId()) + ":" + encoded(secret);
            call =
                    call.with(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        }
        try (var reply = outgoing.alsoTo(provider.issuer()).ask(call)) {
            return read(reply.status(), reply.text(MOST)).path("id_token").asString("");
        }
    }

    static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
