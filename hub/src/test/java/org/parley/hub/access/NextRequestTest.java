package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;

/// Who is signed in and as what is kept for a moment; what changes it counts from the next request
/// on all the same.
class NextRequestTest {

    private static final HubUnderTest HUB = HubUnderTest.start();
    private static final String COORDINATOR = "center-coordinator";

    private static HubClient.Answer speak(HubClient who) {
        return who.say(
                "partners.seat-reported",
                Map.of(
                        "partner", "north-aid",
                        "stage", "seated",
                        "on", "2026-03-01",
                        "approximate", true));
    }

    @Test
    void aTokenThatIsSignedOutOpensNothing() {
        HUB.enrol("leaving", "north-aid", Role.CONTRIBUTOR);
        var leaving = HUB.as("leaving");
        assertThat(speak(leaving).status()).isEqualTo(201);

        assertThat(leaving.send(leaving.to("/api/v1/sessions/current").DELETE()).status())
                .isLessThan(300);

        assertThat(speak(leaving).status()).isEqualTo(401);
    }

    @Test
    void whoOnlyReadsFromNowOnSaysNothingMore() {
        HUB.enrol("changing", "north-aid", Role.CONTRIBUTOR);
        var changing = HUB.as("changing");
        assertThat(speak(changing).status()).isEqualTo(201);

        HUB.enrol("changing", "north-aid", Role.OBSERVER);

        assertThat(speak(changing).status()).isEqualTo(403);
    }

    @Test
    void anOrganisationThatIsNoMemberAnyMoreReadsNothing() {
        HUB.enrol(COORDINATOR, "host", Role.COORDINATOR);
        var south = HUB.as(HubUnderTest.SOUTH);
        var said = speak(HUB.as(HubUnderTest.NORTH));
        var path = inOperation("/statements/north-aid/" + said.json().get("id").asString());
        assertThat(south.get(path).status()).isEqualTo(200);

        var ended =
                HUB.as(COORDINATOR)
                        .say("access.membership-ended", Map.of("organisation", "south-relief"));

        assertThat(ended.status()).as(ended.text()).isEqualTo(201);
        assertThat(south.get(path).status()).isEqualTo(404);
    }
}
