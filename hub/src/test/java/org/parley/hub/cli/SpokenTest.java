package org.parley.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void theMostExactVariableThatIsSetChooses() {
        assertThat(Spoken.of(Map.of("LANG", "ar_SA.UTF-8"))).hasToString("ar");
        assertThat(Spoken.of(Map.of("LANG", "ar_SA.UTF-8", "LC_MESSAGES", "fr_FR")))
                .hasToString("fr");
        assertThat(Spoken.of(Map.of("LANG", "fr", "LC_ALL", "he_IL@x"))).hasToString("he");
        assertThat(Spoken.of(Map.of("LANG", "fr", "LC_ALL", ""))).hasToString("fr");
    }

    @Test
    void englishWhereNoneOfTheHubsLanguagesIsNamed() {
        assertThat(Spoken.of(Map.of())).hasToString("en");
        assertThat(Spoken.of(Map.of("LANG", "C.UTF-8"))).hasToString("en");
        assertThat(Spoken.of(Map.of("LANG", "de_DE.UTF-8"))).hasToString("en");
    }
}
