package org.parley.hub.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import tools.jackson.databind.JsonNode;

/// Somebody is asked and told. What the other could know, its author can prove from when it was
/// served; what it did not answer stands open for both, by one clock, until it does.
class HeardStory {

    private static final String THIRD = "west-desk";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @AfterAll
    static void close() {
        HUB.close();
    }

    private static String say(String account, String type, String says, @Nullable String label) {
        var id = UUID.randomUUID().toString();
        var answer =
                HUB.as(account)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                        .formatted(id, type, label, says));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static String seat(@Nullable String label) {
        return say(
                HubUnderTest.NORTH,
                "partners.seat-reported",
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}",
                label);
    }

    private static JsonNode knownTo(String account, String organisation, String query) {
        var answer = HUB.as(account).get(inOperation("/known-to/" + organisation + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static boolean has(JsonNode known, String id) {
        return known.required("statements")
                .valueStream()
                .anyMatch(one -> one.required("id").asString().equals(id));
    }

    @Test
    void anAuthorSeesWhatTheOtherWasServedAndWhen() {
        var before = seat(null);
        HUB.as(HubUnderTest.SOUTH).get(inOperation("/partners"));
        var after = seat(null);

        var told = knownTo(HubUnderTest.NORTH, "south-relief", "");
        assertThat(told.required("whole").asBoolean()).isFalse();
        assertThat(told.has("reached")).isFalse();
        assertThat(has(told, before)).isTrue();
        assertThat(has(told, after)).isFalse();
        var receipt =
                told.required("statements")
                        .valueStream()
                        .filter(one -> one.required("id").asString().equals(before))
                        .findFirst()
                        .orElseThrow()
                        .required("receipt")
                        .asString();
        assertThat(HUB.as(HubUnderTest.NORTH).get(receipt).text())
                .startsWith("c2sp.org/tlog-proof");
        // as known before anything was served, nothing was known
        assertThat(
                        knownTo(HubUnderTest.NORTH, "south-relief", "?asOf=2001-01-01T00:00:00Z")
                                .path("statements")
                                .isEmpty())
                .isTrue();

        var own = knownTo(HubUnderTest.SOUTH, "south-relief", "");
        assertThat(own.required("whole").asBoolean()).isTrue();
        assertThat(own.required("reached").isEmpty()).isFalse();
        assertThat(has(own, before)).isTrue();
    }

    @Test
    void whatOthersSaidAndWhatWasHiddenIsToldToNobodyElse() {
        HUB.enrol(THIRD, "west", Role.CONTRIBUTOR);
        var secret = seat("{\"audience\":[],\"sensitivity\":\"severe\"}");
        var open = seat(null);
        HUB.as(HubUnderTest.SOUTH).get(inOperation("/partners"));

        assertThat(has(knownTo(HubUnderTest.NORTH, "south-relief", ""), secret)).isFalse();
        assertThat(has(knownTo(HubUnderTest.SOUTH, "south-relief", ""), secret)).isFalse();
        assertThat(has(knownTo(HubUnderTest.NORTH, "north-aid", ""), secret)).isTrue();
        // south may read it, but it is north's to ask who knew of it
        assertThat(has(knownTo(HubUnderTest.SOUTH, "north-aid", ""), open)).isFalse();
        assertThat(knownTo(THIRD, "south-relief", "").required("statements").isEmpty()).isTrue();
        assertThat(
                        knownTo(HubUnderTest.NORTH, "nobody-of-this-name", "")
                                .required("statements")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void aRequestAwaitsEachAuthorityUntilAllItsLinesAreRuledOn() {
        HUB.enrol("host-desk", "host", Role.COORDINATOR);
        say(
                "host-desk",
                "partners.role-held",
                "{\"partner\":\"south-relief\",\"role\":\"authority\",\"from\":\"2020-01-01\"}",
                null);
        say(
                HubUnderTest.NORTH,
                "flow.consignment-requested",
                """
                {"consignment":"CN-31-00042","kind":"humanitarian","sender":"north-aid",
                 "receiver":"north-aid","authorities":["south-relief"],"references":[],
                 "lines":[
                 {"line":"1","description":"Wheat flour","category":"food","quantity":20,"unit":"TNE"},
                 {"line":"2","description":"Lentils","category":"food","quantity":5,"unit":"TNE"}]}
                """,
                null);
        assertThat(open()).isEqualTo("1 asked, 0 answered, 1 open");

        rule("R-1", "1");
        assertThat(open()).isEqualTo("1 asked, 0 answered, 1 open");

        long size =
                HUB.as(HubUnderTest.NORTH).get("/log/exercise").json().required("size").asLong();
        rule("R-2", "2");
        assertThat(open()).isEqualTo("1 asked, 1 answered, 0 open");
        assertThat(open("?asOf=" + size)).isEqualTo("1 asked, 0 answered, 1 open");
    }

    private static void rule(String ruling, String line) {
        say(
                HubUnderTest.SOUTH,
                "flow.ruled",
                "{\"consignment\":\"CN-31-00042\",\"ruling\":\"%s\",\"authority\":\"south-relief\",\"lines\":[{\"line\":\"%s\",\"outcome\":\"for\"}]}"
                        .formatted(ruling, line),
                null);
    }

    private static String open() {
        return open("");
    }

    private static String open(String query) {
        var ledger = HUB.as(HubUnderTest.NORTH).get(inOperation("/silence" + query)).json();
        return ledger.required("organisations")
                .valueStream()
                .filter(one -> one.required("kind").asString().equals("flow.ruling"))
                .map(
                        one ->
                                "%s asked, %s answered, %s open"
                                        .formatted(
                                                value(one, "asked"),
                                                value(one, "answered"),
                                                value(one, "open")))
                .findFirst()
                .orElse("nothing");
    }

    private static String value(JsonNode tally, String what) {
        return tally.required(what).required("value").asString();
    }
}
