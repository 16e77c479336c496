package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubClient.Answer;
import org.parley.hub.HubUnderTest;
import tools.jackson.databind.JsonNode;

/// Amendments, forks and answers as a program says and reads them.
class ReferencesApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private Answer say(String account, UUID id, Map<String, ?> references) {
        var statement = new HashMap<String, Object>(references);
        statement.put("type", "partners.seat-reported");
        statement.put("id", id.toString());
        statement.put(
                "says",
                Map.of(
                        "partner", "north-aid",
                        "stage", "seated",
                        "on", "2026-03-01",
                        "approximate", true));
        return hub.as(account)
                .post(inOperation("/statements"), HubClient.JSON.writeValueAsString(statement));
    }

    private UUID said(String account, Map<String, ?> references) {
        var id = UUID.randomUUID();
        var answer = say(account, id, references);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static Map<String, Object> replaces(UUID... ids) {
        return Map.of("replaces", List.of(ids).stream().map(UUID::toString).toList());
    }

    private JsonNode read(String originator, UUID id) {
        return hub.as(NORTH).get(inOperation("/statements/" + originator + "/" + id)).json();
    }

    private static List<String> ids(JsonNode named) {
        return named.valueStream().map(each -> each.required("id").asString()).toList();
    }

    @Test
    void anAmendmentIsShownAtBothEnds() {
        var first = said(NORTH, Map.of());
        long before = read("north-aid", first).required("index").asLong() + 1;
        var second = said(NORTH, replaces(first));

        assertThat(read("north-aid", second).required("replaces").get(0).asString())
                .isEqualTo(first.toString());
        assertThat(ids(read("north-aid", first).required("replacedBy")))
                .containsExactly(second.toString());
        assertThat(read("north-aid", first).required("forked").asBoolean()).isFalse();
        assertThat(
                        hub.as(NORTH)
                                .get(
                                        inOperation(
                                                "/statements/north-aid/%s?asOf=%d"
                                                        .formatted(first, before)))
                                .json()
                                .has("replacedBy"))
                .as("before the amendment was heard")
                .isFalse();
    }

    @Test
    void twoAmendmentsAreAForkUntilAThirdReplacesBoth() {
        var first = said(NORTH, Map.of());
        var one = said(NORTH, replaces(first));
        var other = said(NORTH, replaces(first));

        assertThat(read("north-aid", first).required("forked").asBoolean()).isTrue();
        assertThat(ids(read("north-aid", first).required("replacedBy")))
                .containsExactly(one.toString(), other.toString());
        assertThat(read("north-aid", other).required("marks").valueStream().map(JsonNode::asString))
                .contains("journal.fork");

        said(NORTH, replaces(one, other));
        assertThat(read("north-aid", first).required("forked").asBoolean()).isFalse();
    }

    @Test
    void nobodyAmendsForAnotherAndAnybodyMayAnswer() {
        var first = said(NORTH, Map.of());
        var foreign = said(SOUTH, replaces(first)); // an id of its own that it never used

        assertThat(
                        read("south-relief", foreign)
                                .required("marks")
                                .valueStream()
                                .map(JsonNode::asString))
                .contains("journal.replaces-unknown");
        assertThat(read("north-aid", first).has("replacedBy")).isFalse();

        var answer =
                said(
                        SOUTH,
                        Map.of(
                                "answers",
                                Map.of("originator", "north-aid", "id", first.toString())));
        assertThat(read("south-relief", answer).at("/answers/id").asString())
                .isEqualTo(first.toString());
        assertThat(ids(read("north-aid", first).required("answeredBy")))
                .containsExactly(answer.toString());
    }

    @Test
    void whatIsNoListOfIdsIsNamedAndNothingIsStored() {
        var id = UUID.randomUUID();
        var answer = say(NORTH, id, Map.of("replaces", List.of("yesterday's")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("replaces");
        assertThat(hub.as(NORTH).get(inOperation("/statements/north-aid/" + id)).status())
                .isEqualTo(404);
    }

    @Test
    void theDescriptionNamesThem() {
        var form =
                hub.stranger()
                        .get("/api/v1/openapi.json")
                        .json()
                        .at("/components/schemas/statement.partners.seat-reported/properties");

        assertThat(form.at("/replaces/items/format").asString()).isEqualTo("uuid");
        assertThat(form.has("answers")).isTrue();
    }
}
