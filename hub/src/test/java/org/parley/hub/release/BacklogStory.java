package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import org.parley.hub.journal.Rebuild;
import org.parley.kernel.id.OperationId;

/// An organisation joins three groups late. One gives it all that went before, one nothing, one the
/// days before; what comes after it sees in each.
class BacklogStory {

    private static final String FIRST = "host-desk";
    private static final String SECOND = "host-deputy";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void enrol() {
        HUB.enrol(FIRST, "host", Role.COORDINATOR);
        HUB.enrol(SECOND, "host", Role.COORDINATOR);
        for (var organisation : List.of("north-aid", "south-relief")) {
            say(
                    FIRST,
                    "partners.organisation-described",
                    """
                    {"partner":"%s","kind":"ngo","names":{"common":{"en":"%s"},"byParty":{}}}"""
                            .formatted(organisation, organisation),
                    "null");
        }
        group("open", "");
        group("closed", ",\"backlog\":\"from-joining\"");
        group("recent", ",\"backlog\":\"days\",\"backlogDays\":3");
    }

    private static void group(String name, String backlog) {
        say(
                FIRST,
                "partners.group-described",
                "{\"group\":\"%s\",\"names\":{\"common\":{\"en\":\"%s\"},\"byParty\":{}},\"lead\":\"north-aid\"%s}"
                        .formatted(name, name, backlog),
                "null");
        join("north-aid", name);
        join("host", name);
    }

    private static void join(String organisation, String group) {
        var id = UUID.randomUUID().toString();
        var held =
                send(
                        FIRST,
                        id,
                        "access.membership-began",
                        "{\"organisation\":\"%s\",\"group\":\"%s\"}".formatted(organisation, group),
                        "null");
        assertThat(held.status()).as(held.text()).isEqualTo(202);
        var agreed =
                HUB.as(SECOND).post(inOperation("/proposals/%s/agreement".formatted(id)), "{}");
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
    }

    private static HubClient.Answer send(
            String account, String id, String type, String says, String label) {
        return HUB.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                .formatted(id, type, label, says));
    }

    private static String say(String account, String type, String says, String label) {
        var id = UUID.randomUUID().toString();
        var answer = send(account, id, type, says, label);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static String seat(String group) {
        return say(
                HubUnderTest.NORTH,
                "partners.seat-reported",
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}",
                "{\"audience\":[{\"to\":\"group\",\"group\":\"%s\",\"upTo\":\"F3\"}],\"sensitivity\":\"high\"}"
                        .formatted(group));
    }

    private static int status(String account, String id) {
        return HUB.as(account).get(inOperation("/statements/north-aid/" + id)).status();
    }

    private static int gained(String group) {
        return HUB.as(FIRST)
                .get(inOperation("/memberships/south-relief/shift?group=" + group))
                .json()
                .get("gained")
                .asInt();
    }

    /// The seats that south sees, as the partners' own pages have them.
    private static int seats() {
        return HUB.as(HubUnderTest.SOUTH)
                .get(inOperation("/partners/north-aid"))
                .json()
                .get("seats")
                .size();
    }

    @Test
    void whoJoinsLateSeesOfTheGroupsPastWhatItsRuleGrants() {
        var before = List.of(seat("open"), seat("closed"), seat("recent"));
        assertThat(before).allMatch(id -> status(HubUnderTest.SOUTH, id) == 404);
        assertThat(List.of(gained("open"), gained("closed"), gained("recent")))
                .containsExactly(1, 0, 1);

        List.of("open", "closed", "recent").forEach(group -> join("south-relief", group));

        assertThat(before.stream().map(id -> status(HubUnderTest.SOUTH, id)))
                .containsExactly(200, 404, 200);
        assertThat(seats()).isEqualTo(2);
        assertThat(before).allMatch(id -> status(FIRST, id) == 200);
        var after = List.of(seat("open"), seat("closed"), seat("recent"));
        assertThat(after).allMatch(id -> status(HubUnderTest.SOUTH, id) == 200);
        assertThat(seats()).isEqualTo(5);

        // the author is told to whom it went, and nothing of when others joined
        assertThat(
                        HUB.as(HubUnderTest.NORTH)
                                .get(inOperation("/statements/north-aid/" + after.get(1)))
                                .json()
                                .get("addressedTo")
                                .get("audience")
                                .toString())
                .isEqualTo("[{\"group\":\"closed\",\"to\":\"group\",\"upTo\":\"F3\"}]");
        var rebuilt = HUB.bean(Rebuild.class).run(new OperationId(HubUnderTest.OPERATION));
        assertThat(rebuilt.same()).isTrue();
        assertThat(seats()).isEqualTo(5);
    }

    @Test
    void nobodySaysThemselvesWhenItWasAddressed() {
        var id =
                say(
                        HubUnderTest.NORTH,
                        "partners.seat-reported",
                        "{\"partner\":\"north-aid\",\"stage\":\"invited\",\"on\":\"2026-03-01\",\"approximate\":false}",
                        "{\"audience\":[{\"to\":\"group\",\"group\":\"closed\",\"upTo\":\"F3\",\"afterJoining\":99999,\"day\":99999}],\"sensitivity\":\"high\"}");
        HUB.enrol("west-desk", "west", Role.CONTRIBUTOR);
        join("west", "closed");

        assertThat(HUB.as("west-desk").get(inOperation("/statements/north-aid/" + id)).status())
                .isEqualTo(404);
    }
}
