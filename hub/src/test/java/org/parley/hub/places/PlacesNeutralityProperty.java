package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.OPERATION;
import static org.parley.hub.places.TestPlaces.SOUTH;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Exchange two organisations in what is said, and they are exchanged in what is answered, and
/// nothing else: no order, no choice of who is shown first depends on who somebody is.
class PlacesNeutralityProperty {

    private static final int STEPS = 150;

    @Test
    void exchangingTwoOrganisationsExchangesThemInTheAnswersAndNothingElse() {
        long seed = Long.getLong("seed", 20_261_125L);
        try (var hub = TestPlaces.open();
                var other = TestPlaces.open()) {
            var said = new RandomHistory(RandomGeneratorFactory.getDefault().create(seed), false);
            var exchanged =
                    new RandomHistory(RandomGeneratorFactory.getDefault().create(seed), true);
            for (int step = 0; step < STEPS; step++) {
                said.say(hub);
                exchanged.say(other);
            }

            assertThat(exchanged(everything(other, true)))
                    .as("seed %d", seed)
                    .isEqualTo(everything(hub, false));
            for (int i = 0; i < 4; i++) {
                assertThat(other.places().areasOf(OPERATION, "p-" + i))
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(hub.places().areasOf(OPERATION, "p-" + i));
            }
        }
    }

    private static String everything(TestPlaces hub, boolean exchanged) {
        return RandomHistory.everything(
                hub.places(), hub.sight(exchanged ? SOUTH : NORTH), hub.cut());
    }

    private static String exchanged(String answers) {
        return answers.replace(NORTH.value(), "\0")
                .replace(SOUTH.value(), NORTH.value())
                .replace("\0", SOUTH.value());
    }
}
