package org.parley.hub.devices;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.hub.HubUnderTest;
import org.parley.hub.TestKey;

/// A device that signs by the platform's own means, and counts what it signs.
final class TestDevice {

    private final String hub;
    private final TestKey key;
    private String id = "";
    private long counted;

    TestDevice(String algorithm, String hub) {
        this.hub = hub;
        this.key = TestKey.of(algorithm);
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
        return Map.of("audience", List.of(Map.of("to", to, "upTo", upTo)), "sensitivity", "low");
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
        return key.jws(Map.of("typ", type, "jwk", key.jwk()), payload);
    }
}
