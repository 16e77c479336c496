package org.parley.hub.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;

/// A device that signs by the platform's own means, and counts what it signs.
final class TestDevice {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    final String algorithm;
    private final String hub;
    private final KeyPair keys;
    private String id = "";
    private long counted;

    TestDevice(String algorithm, String hub) {
        this.algorithm = algorithm;
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

    String id() {
        return id;
    }

    void called(String given) {
        id = given;
    }

    /// What it brings behind a link.
    String key(String challenge) {
        return signed("parley-device-key+jws", Map.of("hub", hub, "challenge", challenge));
    }

    /// A statement under the device's next number.
    Map<String, Object> next(String statement, String type, Map<String, ?> says) {
        return statement(statement, ++counted, type, says);
    }

    /// Something that it signed and that nobody ever brings.
    void lose() {
        counted++;
    }

    Map<String, Object> statement(String statement, long number, String type, Map<String, ?> says) {
        var said = new HashMap<String, Object>();
        said.put("id", statement);
        said.put("type", type);
        said.put("claimedAt", Instant.now().toString());
        said.put("label", label("operation", "F2"));
        said.put("device", Map.of("id", id, "seq", number));
        said.put("says", says);
        return said;
    }

    static Map<String, Object> label(String to, String upTo) {
        return Map.of(
                "audience",
                java.util.List.of(Map.of("to", to, "upTo", upTo)),
                "sensitivity",
                "low");
    }

    String sign(Map<String, Object> statement) {
        return sign(statement, Instant.now(), HubUnderTest.OPERATION);
    }

    String sign(Map<String, Object> statement, Instant at, String operation) {
        return signed(
                "parley-statement+jws",
                Map.of(
                        "hub", hub,
                        "operation", operation,
                        "signedAt", at.toString(),
                        "statement", statement));
    }

    String signed(String type, Map<String, ?> payload) {
        var header = new TreeMap<String, Object>();
        header.put("alg", algorithm);
        header.put("typ", type);
        header.put("jwk", jwk());
        var text = encode(header) + "." + encode(payload);
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

    private Map<String, Object> jwk() {
        var encoded = keys.getPublic().getEncoded();
        int length = encoded.length;
        return algorithm.equals("ES256")
                ? Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-256",
                        "x",
                        text(encoded, length - 64, length - 32),
                        "y",
                        text(encoded, length - 32, length))
                : Map.of("kty", "OKP", "crv", "Ed25519", "x", text(encoded, length - 32, length));
    }

    private static String text(byte[] bytes, int from, int until) {
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, until));
    }

    private static String encode(Map<String, ?> json) {
        return BASE64.encodeToString(HubClient.JSON.writeValueAsBytes(json));
    }
}
