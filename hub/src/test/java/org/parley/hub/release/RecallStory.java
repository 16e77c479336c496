package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import tools.jackson.databind.JsonNode;

/// A place was said to too many. Its originator asks for it back: from those who can read it, and
/// from one that could and no longer can. One deletes, one keeps, one is silent.
class RecallStory {

    private static final String HOST = "host-desk";
    private static final String WEST = "west-desk";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void enrol() {
        HUB.enrol(HOST, "host", Role.COORDINATOR);
        HUB.enrol(WEST, "west", Role.CONTRIBUTOR);
        say(HOST, "access.membership-began", "{\"organisation\":\"west\"}", null);
    }

    private static String say(
            String account,
            String type,
            String says,
            @org.jspecify.annotations.Nullable String label) {
        var id = UUID.randomUUID().toString();
        var answer = send(account, id, type, says, label);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static HubClient.Answer send(
            String account,
            String id,
            String type,
            String says,
            @org.jspecify.annotations.Nullable String label) {
        return HUB.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                .formatted(id, type, label, says));
    }

    private static HubClient.Answer recall(String account, String record) {
        return HUB.as(account)
                .get(inOperation("/statements/north-aid/%s/recall".formatted(record)));
    }

    private static String seat() {
        return say(
                HubUnderTest.NORTH,
                "partners.seat-reported",
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}",
                null);
    }

    private static String holder(JsonNode recall, String organisation) {
        for (var holder : recall.get("holders")) {
            if (holder.get("organisation").asString().equals(organisation)) {
                return holder.path("answer").asString("silent");
            }
        }
        return "no holder";
    }

    @Test
    void holdersAreAskedAndEachAnswersForItself() {
        var record = seat();
        say(HOST, "access.membership-ended", "{\"organisation\":\"west\"}", null);
        assertThat(recall(HubUnderTest.NORTH, record).status()).isEqualTo(404);

        say(
                HubUnderTest.NORTH,
                "release.recall-asked",
                "{\"record\":\"%s\",\"reason\":\"Said to too many\",\"by\":\"2026-03-05\"}"
                        .formatted(record),
                null);

        var own = recall(HubUnderTest.NORTH, record).json();
        assertThat(holder(own, "south-relief")).isEqualTo("silent");
        assertThat(holder(own, "west")).isEqualTo("silent");
        assertThat(holder(own, "north-aid")).isEqualTo("no holder");
        assertThat(holder(own, "outsider")).isEqualTo("no holder");
        // who could read it once is told by name
        assertThat(recall(WEST, record).json().get("holders")).hasSize(1);
        assertThat(recall(HubUnderTest.OUTSIDER, record).status()).isEqualTo(404);

        answer(HubUnderTest.SOUTH, record, "deleted");
        answer(WEST, record, "kept");

        own = recall(HubUnderTest.NORTH, record).json();
        assertThat(holder(own, "south-relief")).isEqualTo("deleted");
        assertThat(holder(own, "west")).isEqualTo("kept");
        assertThat(own.toString()).contains("archive, by law");
        // what one holder says is for the originator, and not for the others
        assertThat(recall(HubUnderTest.SOUTH, record).text()).doesNotContain("west");
        assertThat(HUB.as(HubUnderTest.SOUTH).get(inOperation("/recalls")).text())
                .contains(record)
                .doesNotContain("west");
    }

    private static void answer(String account, String record, String answer) {
        say(
                account,
                "release.recall-answered",
                """
                {"originator":"north-aid","record":"%s","answer":"%s","note":"archive, by law"}"""
                        .formatted(record, answer),
                null);
    }

    @Test
    void nobodyRecallsWhatAnotherSaid() {
        var record = seat();
        var of =
                send(
                        HubUnderTest.SOUTH,
                        UUID.randomUUID().toString(),
                        "release.recall-asked",
                        "{\"record\":\"%s\",\"reason\":\"mine?\"}".formatted(record),
                        null);
        assertThat(of.status()).isEqualTo(422);
        assertThat(of.json().get("code").asString()).isEqualTo("release.not-your-record");
    }

    @Test
    void anAnswerThatNobodyAskedForIsHeard() {
        answer(HubUnderTest.SOUTH, UUID.randomUUID().toString(), "not-held");
    }
}
