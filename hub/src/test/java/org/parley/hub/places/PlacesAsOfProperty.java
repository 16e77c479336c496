package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.OPERATION;
import static org.parley.hub.places.TestPlaces.SOUTH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Cut;
import org.parley.kernel.id.PartnerId;

/// Over random histories: what was answered at a moment is answered again later as of that moment,
/// byte for byte; a rebuild gives the same state; and no reader below F3 is ever given where a site
/// is.
class PlacesAsOfProperty {

    private static final int STEPS = 120;
    private static final PartnerId THIRD = new PartnerId("third");

    private final TestPlaces hub = TestPlaces.open();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void thePastIsAnsweredAsItWas() {
        long seed = Long.getLong("seed", 20_261_125L);
        var history = new RandomHistory(RandomGeneratorFactory.getDefault().create(seed), false);
        var answers = new LinkedHashMap<Long, String>();
        for (int step = 0; step < STEPS; step++) {
            history.say(hub);
            if (step % 10 == 0) {
                answers.put(hub.cut().size(), everything(hub.cut()));
            }
        }

        history.saySite(hub, SOUTH);

        for (var answer : answers.entrySet()) {
            assertThat(everything(hub.asOf(answer.getKey())))
                    .as("seed %d, size %d", seed, answer.getKey())
                    .isEqualTo(answer.getValue());
        }
        assertThat(RandomHistory.everything(hub.places(), hub.sight(SOUTH), hub.cut()))
                .as("seed %d: an originator sees its own sites", seed)
                .contains(".777123");
        var digest = hub.journal().digest();
        var areas = hub.places().areasOf(OPERATION, "p-1");
        assertThat(hub.journal().rebuild().same()).as("seed %d", seed).isTrue();
        assertThat(hub.journal().digest()).as("seed %d", seed).isEqualTo(digest);
        assertThat(hub.places().areasOf(OPERATION, "p-1")).as("seed %d", seed).isEqualTo(areas);
        for (var answer : answers.entrySet()) {
            assertThat(everything(hub.asOf(answer.getKey())))
                    .as("seed %d, size %d, rebuilt", seed, answer.getKey())
                    .isEqualTo(answer.getValue());
        }
    }

    private String everything(Cut cut) {
        var text = new StringBuilder();
        for (var who : List.of(NORTH, SOUTH, THIRD)) {
            text.append(who)
                    .append(": ")
                    .append(RandomHistory.everything(hub.places(), hub.sight(who), cut))
                    .append('\n');
        }
        assertThat(RandomHistory.everything(hub.places(), hub.sight(THIRD), cut))
                .doesNotContain(".777123");
        return text.toString();
    }
}
