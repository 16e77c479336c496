package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubUnderTest.NORTH;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;

/// What is not there is answered no sooner than on its beat, for programs and as a page.
class EvenAbsenceTest {

    private static final Duration BEAT = Duration.ofMillis(400);

    private final HubUnderTest hub = HubUnderTest.start("parley.api.beat=400ms");

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void whatIsNotThereIsAnsweredOnTheBeat() {
        var north = hub.as(NORTH);
        for (var path :
                new String[] {
                    "/api/v1/operations/exercise/consignments/CN-NEVER-WAS",
                    "/api/v1/operations/never-was/statements",
                    "/o/exercise/flow/CN-NEVER-WAS"
                }) {
            long from = System.nanoTime();
            assertThat(north.get(path).status()).as(path).isEqualTo(404);
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .as(path)
                    .isGreaterThanOrEqualTo(BEAT);
        }
    }
}
