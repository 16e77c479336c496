package org.parley.hub.machines;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.hub.HubClient;
import org.parley.hub.TestKey;

/// A machine that signs by the platform's own means, not by the library that the hub reads with.
public final class TestMachine {

    private final TestKey key;
    private final String origin;
    private final HubClient hub;

    public TestMachine(String algorithm, String origin, HubClient hub) {
        this.key = TestKey.of(algorithm);
        this.origin = origin;
        this.hub = hub;
    }

    Map<String, Object> jwk() {
        return new TreeMap<>(key.jwk());
    }

    public String kid() {
        return TestKey.text(UsedProofStore.sha256(HubClient.JSON.writeValueAsString(jwk())));
    }

    public String enrolment() {
        return jwt(
                Map.of("typ", "parley-key+jwt", "jwk", jwk()), Map.of("aud", origin, "iat", now()));
    }

    public String assertion(String machine, Map<String, ?> otherwise) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", machine);
        claims.put("sub", machine);
        claims.put("aud", origin);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now());
        claims.put("exp", now() + 60);
        claims.putAll(otherwise);
        claims.values().removeIf(""::equals);
        return jwt(Map.of("kid", kid()), claims);
    }

    public String proof(String method, String path, String token, Map<String, ?> otherwise) {
        var claims = new HashMap<String, Object>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", origin + path);
        claims.put("iat", now());
        if (!token.isEmpty()) {
            claims.put("ath", TestKey.text(UsedProofStore.sha256(token)));
        }
        claims.putAll(otherwise);
        claims.values().removeIf(""::equals);
        return jwt(Map.of("typ", "dpop+jwt", "jwk", jwk()), claims);
    }

    String jwt(Map<String, ?> header, Map<String, ?> claims) {
        return key.jws(header, claims);
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }

    public HubClient.Answer askForToken(String assertion, String... proofs) {
        var request =
                hub.to("/api/v1/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams"
                                                + "%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
                                                + assertion));
        for (var proof : proofs) {
            request.header("DPoP", proof);
        }
        return hub.send(request);
    }

    public String token(String machine) {
        var answer =
                askForToken(
                        assertion(machine, Map.of()), proof("POST", "/api/v1/token", "", Map.of()));
        return answer.json().get("access_token").asString();
    }

    HubClient.Answer get(String path, String scheme, String token, String proof) {
        var request = hub.to(path).header("Authorization", scheme + " " + token);
        return hub.send(proof.isEmpty() ? request : request.header("DPoP", proof));
    }

    public HubClient.Answer get(String path, String token) {
        return get(
                path, "DPoP", token, proof("GET", path.replaceAll("\\?.*", ""), token, Map.of()));
    }

    public HubClient.Answer post(String path, String token, String json) {
        return hub.send(
                hub.to(path)
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", proof("POST", path, token, Map.of()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }
}
