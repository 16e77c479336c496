package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void addressesChangeWithTheContent() {
        assertThat(Assets.url("hub.css")).matches("/assets/[0-9a-f]{16}/hub\\.css");
    }

    @Test
    void vendoredScriptsAreTheOnesThatWereReviewed() {
        var sums = new String(Assets.content("vendored.sha256"), StandardCharsets.UTF_8);

        assertThat(sums.lines())
                .allSatisfy(
                        line -> {
                            var parts = line.split("\\s+");
                            assertThat(Assets.digest(Assets.content(parts[1]))).isEqualTo(parts[0]);
                        })
                .hasSize(2);
    }
}
