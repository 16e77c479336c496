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

/// Whoever changes a membership knows before and after what it gives and takes, of what they may
/// see themselves.
class MembershipsTest {

    private static final String HOST = "host-desk";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void fill() {
        HUB.enrol(HOST, "host", Role.COORDINATOR);
        for (var organisation : new String[] {"north-aid", "south-relief"}) {
            say(
                    HOST,
                    "partners.organisation-described",
                    """
                    {"partner":"%s","kind":"ngo","names":{"common":{"en":"%s"},"byParty":{}}}"""
                            .formatted(organisation, organisation),
                    null);
        }
        // Two that the coordinator sees, one in the operation's sight too, and one that it does
        // not.
        seat(
                "{\"to\":\"group\",\"group\":\"water\",\"upTo\":\"F3\"},{\"to\":\"operation\",\"upTo\":\"F1\"}");
        seat(
                "{\"to\":\"organisations\",\"organisations\":[\"host\"],\"upTo\":\"F3\"},{\"to\":\"group\",\"group\":\"water\",\"upTo\":\"F2\"}");
        seat("{\"to\":\"group\",\"group\":\"water\",\"upTo\":\"F3\"}");
    }

    private static void seat(String audience) {
        say(
                HubUnderTest.NORTH,
                "partners.seat-reported",
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}",
                "{\"audience\":[%s],\"sensitivity\":\"moderate\"}".formatted(audience));
    }

    private static JsonNode say(
            String account,
            String type,
            String says,
            @org.jspecify.annotations.Nullable String label) {
        var answer =
                HUB.as(account)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                        .formatted(UUID.randomUUID(), type, label, says));
        assertThat(answer.status()).as(answer.text()).isIn(201, 202);
        return answer.json();
    }

    private static HubClient.Answer shift(String account, String query) {
        return HUB.as(account)
                .get(inOperation("/memberships/south-relief/shift?group=water" + query));
    }

    @Test
    void whatIsGainedIsCountedByTypeAndClassOverWhatTheCoordinatorSees() {
        // the host is a member like the others, so that it sees what goes to the operation
        say(HOST, "access.membership-began", "{\"organisation\":\"host\"}", null);
        var shift = shift(HOST, "").json();

        assertThat(shift.get("gained").asInt()).isEqualTo(2);
        assertThat(shift.get("lost").asInt()).isZero();
        assertThat(shift.get("alreadySo").asBoolean()).isFalse();
        assertThat(shift.get("rows").toString())
                .contains("\"from\":\"F1\",\"to\":\"F3\",\"statements\":1")
                .contains("\"to\":\"F2\",\"statements\":1");
        assertThat(shift(HOST, "&change=ended").json().get("alreadySo").asBoolean()).isTrue();
    }

    @Test
    void whoMayNotChangeItIsToldNothing() {
        assertThat(shift(HubUnderTest.NORTH, "").status()).isEqualTo(403);
        assertThat(shift(HubUnderTest.READER, "").status()).isEqualTo(403);
    }

    @Test
    void anOrganisationThatIsNotThereGainsNothing() {
        assertThat(HUB.as(HOST).get(inOperation("/memberships/nobody/shift?group=water")).status())
                .isEqualTo(404);
    }
}
