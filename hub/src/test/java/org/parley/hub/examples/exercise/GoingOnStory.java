package org.parley.hub.examples.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.Journal;

/// The hub opens before the whole past is told; the rest follows, and then the clock runs.
class GoingOnStory {

    @Test
    void theRestOfThePastIsToldAndThenTheClockRuns() throws Exception {
        try (var hub =
                HubUnderTest.start(
                        "parley.exercise.share=0.02",
                        "parley.exercise.patience=1ms",
                        "parley.exercise.speed=7200",
                        "parley.exercise.pause=100ms")) {
            var journal = hub.bean(Journal.class);
            var history = new Script(31, 0.02, Exercise.FILES).until(World.START).getLast();

            hub.bean(Exercise.class).load();
            assertThat(journal.find(World.OPERATION, history.by(), history.id(31))).isEmpty();
            long first = journal.now(World.OPERATION).size();

            hub.bean(Exercise.class).start();
            var later = World.START.plus(Duration.ofHours(3));
            for (int i = 0; i < 300 && journal.now(World.OPERATION).at().isBefore(later); i++) {
                Thread.sleep(100);
            }

            assertThat(journal.find(World.OPERATION, history.by(), history.id(31))).isPresent();
            assertThat(journal.now(World.OPERATION).at()).isAfter(World.START);
            assertThat(journal.now(World.OPERATION).size()).isGreaterThan(first);
            assertThat(journal.asOf(World.OPERATION, World.START).size())
                    .isLessThanOrEqualTo(journal.now(World.OPERATION).size());
        }
    }
}
