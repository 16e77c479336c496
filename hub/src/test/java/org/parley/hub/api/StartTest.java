package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;

/// The whole application starts on a real database and serves HTTP.
class StartTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void whatOneSaysWithAReceiptAnotherReads() {
        var said =
                hub.as(NORTH)
                        .say(
                                "partners.organisation-described",
                                Map.of(
                                        "partner", "north-aid",
                                        "kind", "ngo",
                                        "names", Map.of("common", Map.of("en", "North Aid"))));

        assertThat(said.text()).contains("receipt");
        assertThat(said.status()).isEqualTo(201);
        var read = hub.as(SOUTH).get(inOperation("/partners/north-aid"));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.text()).contains("North Aid");
    }

    @Test
    void strangersAreAskedToSignIn() {
        assertThat(hub.stranger().get(inOperation("/partners")).status()).isEqualTo(401);
    }
}
