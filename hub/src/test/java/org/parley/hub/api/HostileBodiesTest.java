package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;

/// Bodies that two parsers would read differently, or that cost far more to read than to send: each
/// gets a problem with a code, at once.
class HostileBodiesTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final HubUnderTest hub = HubUnderTest.shared();

    private static Map<String, String> bodies() {
        var id = UUID.randomUUID();
        var says =
                "\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":true";
        var whole =
                "{\"type\":\"partners.seat-reported\",\"id\":\"%s\",\"says\":{%s}}"
                        .formatted(id, says);
        var hostile = new LinkedHashMap<String, String>();
        hostile.put(
                "a name twice",
                whole.replace("\"says\"", "\"id\":\"%s\",\"says\"".formatted(UUID.randomUUID())));
        hostile.put("a name twice within", whole.replace(says, says + ",\"stage\":\"invited\""));
        hostile.put(
                "a name twice, written otherwise",
                whole.replace(says, says + ",\"st\\u0061ge\":\"invited\""));
        hostile.put(
                "nested objects",
                whole.replace(
                        says,
                        "\"partner\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
        hostile.put("open brackets", "[".repeat(1_000_000));
        hostile.put("nested names", "{\"a\":".repeat(500_000));
        for (var number :
                new String[] {
                    "1e999999999",
                    "-1e-999999999",
                    "9".repeat(1_000_000),
                    "1e2147483648",
                    "0." + "0".repeat(500_000) + "1",
                    "NaN",
                    "Infinity",
                    "-",
                    "01",
                    "0x10",
                    "1.",
                    ".1"
                }) {
            var shown = number.length() > 20 ? number.substring(0, 20) + "…" : number;
            hostile.put("number " + shown, whole.replace(says, says + ",\"headcount\":" + number));
        }
        hostile.put(
                "a name of a megabyte",
                whole.replace(says, says + ",\"" + "n".repeat(1_000_000) + "\":1"));
        hostile.put("names without end", whole.replace(says, says + manyNames()));
        hostile.put("a text of ten megabytes", whole.replace("seated", "s".repeat(10_000_000)));
        hostile.put("two bodies", whole + whole);
        hostile.put("something behind", whole + " x");
        hostile.put("a comment", whole.replace("{\"type\"", "{/* x */\"type\""));
        hostile.put("half a sign", whole.replace("north-aid", "\\ud800"));
        hostile.put("a sign of control", whole.replace("seated", "sea\u0001ted"));
        hostile.put("a mark of the byte order within", whole.replace("seated", "\ufeffseated"));
        hostile.put(
                "an entity",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>");
        return hostile;
    }

    private static String manyNames() {
        var names = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            names.append(",\"n").append(i).append("\":1");
        }
        return names.toString();
    }

    @Test
    void eachIsRefusedAtOnceWithACode() {
        var client = hub.as(NORTH);
        bodies().forEach(
                        (what, body) -> {
                            long began = System.nanoTime();
                            var answer = client.post(inOperation("/statements"), body);
                            assertThat(answer.status())
                                    .as(what + ": " + cut(answer.text()))
                                    .isIn(400, 413);
                            assertThat(answer.json().required("code").asString())
                                    .as(what)
                                    .startsWith("api.");
                            assertThat(answer.bytes().length).as(what).isLessThan(100_000);
                            assertThat(Duration.ofNanos(System.nanoTime() - began))
                                    .as(what)
                                    .isLessThan(LONGEST);
                        });
        assertThat(client.get("/api/v1/me").status()).isEqualTo(200);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
