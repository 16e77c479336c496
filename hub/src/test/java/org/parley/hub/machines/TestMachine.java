package org.parley.hub.machines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.hub.HubClient;

/// A machine that signs by the platform's own means, not by the library that the hub reads with.
final class TestMachine {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    final String algorithm;
    final KeyPair keys;
    private final String origin;
    private final HubClient hub;

    TestMachine(String algorithm, String origin, HubClient hub) {
        this.algorithm = algorithm;
        this.origin = origin;
        this.hub = hub;
        try {
            if (algorithm.equals("ES256")) {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                keys = generator.generateKeyPair();
            } else {
                keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    Map<String, Object> jwk() {
        return jwk(keys.getPublic());
    }

    private static Map<String, Object> jwk(PublicKey key) {
        var jwk = new TreeMap<String, Object>();
        var encoded = key.getEncoded();
        if (key instanceof ECPublicKey) {
            jwk.put("kty", "EC");
            jwk.put("crv", "P-256");
            int x = encoded.length - 64;
            jwk.put("x", BASE64.encodeToString(Arrays.copyOfRange(encoded, x, x + 32)));
            jwk.put("y", BASE64.encodeToString(Arrays.copyOfRange(encoded, x + 32, x + 64)));
        } else {
            jwk.put("kty", "OKP");
            jwk.put("crv", "Ed25519");
            jwk.put(
                    "x",
                    BASE64.encodeToString(
                            Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        }
        return jwk;
    }

    String kid() {
        return BASE64.encodeToString(
                UsedProofStore.sha256(HubClient.JSON.writeValueAsString(jwk())));
    }

    String enrolment() {
        return jwt(
                Map.of("typ", "parley-key+jwt", "jwk", jwk()), Map.of("aud", origin, "iat", now()));
    }

    String assertion(String machine, Map<String, ?> otherwise) {
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

    String proof(String method, String path, String token, Map<String, ?> otherwise) {
        var claims = new HashMap<String, Object>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", origin + path);
        claims.put("iat", now());
        if (!token.isEmpty()) {
            claims.put("ath", BASE64.encodeToString(UsedProofStore.sha256(token)));
        }
        claims.putAll(otherwise);
        claims.values().removeIf(""::equals);
        return jwt(Map.of("typ", "dpop+jwt", "jwk", jwk()), claims);
    }

    String jwt(Map<String, ?> header, Map<String, ?> claims) {
        var whole = new LinkedHashMap<String, Object>(header);
        whole.putIfAbsent("alg", algorithm);
        var text = encode(whole) + "." + encode(claims);
        try {
            var signature =
                    Signature.getInstance(
                            algorithm.equals("ES256") ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String encode(Map<String, ?> json) {
        return BASE64.encodeToString(HubClient.JSON.writeValueAsBytes(json));
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }

    HubClient.Answer askForToken(String assertion, String... proofs) {
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

    String token(String machine) {
        var answer =
                askForToken(
                        assertion(machine, Map.of()), proof("POST", "/api/v1/token", "", Map.of()));
        return answer.json().get("access_token").asString();
    }

    HubClient.Answer get(String path, String scheme, String token, String proof) {
        var request = hub.to(path).header("Authorization", scheme + " " + token);
        return hub.send(proof.isEmpty() ? request : request.header("DPoP", proof));
    }

    HubClient.Answer get(String path, String token) {
        return get(
                path, "DPoP", token, proof("GET", path.replaceAll("\\?.*", ""), token, Map.of()));
    }

    HubClient.Answer post(String path, String token, String json) {
        return hub.send(
                hub.to(path)
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", proof("POST", path, token, Map.of()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }
}
