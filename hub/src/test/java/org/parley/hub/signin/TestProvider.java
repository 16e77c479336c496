package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.parley.hub.HubClient;

/// An OpenID provider on the loopback address, which believes whoever asks. It keeps to PKCE: a
/// code is worth nothing without its verifier.
public final class TestProvider implements AutoCloseable {

    private final HttpServer server;
    final ECKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();

    /// What the next ID tokens say otherwise, and by which key.
    volatile UnaryOperator<JWTClaimsSet.Builder> otherwise = UnaryOperator.identity();

    volatile ECKey signsWith;

    /// Whom browsers that come here are signed in as.
    public volatile String subject = "";

    public TestProvider() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
            signsWith = key;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException unable) {
            throw new IllegalStateException(unable);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                200,
                                Map.of(
                                        "issuer", issuer(),
                                        "authorization_endpoint", issuer() + "/authorize",
                                        "token_endpoint", issuer() + "/token",
                                        "jwks_uri", issuer() + "/keys")));
        server.createContext(
                "/keys",
                exchange -> answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Somebody signs in here, sent by the hub.
    ///
    /// @return the code that their browser takes back
    String signsIn(String subject, Map<String, String> query) {
        var code = UUID.randomUUID().toString();
        asked.put(code, query);
        subjects.put(code, subject);
        return code;
    }

    static Map<String, String> query(String text) {
        var values = new HashMap<String, String>();
        Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return values;
    }

    /// Whoever comes is signed in already, and goes back at once.
    private void authorize(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = query(exchange.getRequestURI().getRawQuery());
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "%s?code=%s&state=%s"
                                    .formatted(
                                            query.get("redirect_uri"),
                                            signsIn(subject, query),
                                            query.get("state")));
            exchange.sendResponseHeaders(303, -1);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var before = asked.remove(form.getOrDefault("code", ""));
        if (before == null || !keepsTo(before, form)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subjects.get(form.get("code")))
                        .audience(form.get("client_id"))
                        .claim("nonce", before.get("nonce"))
                        .claim("auth_time", now.getEpochSecond())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)));
        answer(exchange, 200, Map.of("id_token", signed(otherwise.apply(claims).build())));
    }

    private static boolean keepsTo(Map<String, String> before, Map<String, String> form) {
        var verifier = Hashes.sha256(form.getOrDefault("code_verifier", ""));
        return Objects.equals(before.get("redirect_uri"), form.get("redirect_uri"))
                && Objects.equals(before.get("code_challenge_method"), "S256")
                && Objects.equals(
                        before.get("code_challenge"),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(verifier));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new ECDSASigner(signsWith));
            return jwt.serialize();
        } catch (JOSEException unable) {
            throw new IllegalStateException(unable);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) {
        try (exchange) {
            var bytes = HubClient.JSON.writeValueAsBytes(json);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
