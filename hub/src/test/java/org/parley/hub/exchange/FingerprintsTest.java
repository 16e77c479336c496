package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void rowsWithoutEndAreToldApartWhicheverQuestionMakesRoom() {
        var fingerprints = new Fingerprints();
        for (int i = 0; i < 20_000; i++) {
            var key = "row-" + i;
            assertThat(fingerprints.seen(key)).isFalse();
            if (i % 2 == 0) {
                fingerprints.touch(key);
            } else {
                assertThat(fingerprints.see(key, HASH)).isEqualTo(Fingerprints.Change.ADDED);
            }
            assertThat(fingerprints.seen(key)).isTrue();
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(fingerprints.seen("row-" + i)).isTrue();
        }
    }
}
