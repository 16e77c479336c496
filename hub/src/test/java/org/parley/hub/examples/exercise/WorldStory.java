package org.parley.hub.examples.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Rebuild;
import org.parley.hub.journal.Sight;
import org.parley.hub.partners.Partners;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;

/// The invented country is loaded into an empty hub.
class WorldStory {

    static HubUnderTest hub;

    @BeforeAll
    static void load() {
        hub = HubUnderTest.start("parley.exercise.share=0.05");
        hub.bean(Exercise.class).load();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void nothingIsRefusedAndLoadingAgainChangesNothing() {
        long size = cut().size();
        var again = new Narrator(journal(), hub.bean(ExerciseClock.class), 31);

        assertThat(again.say(script().until(World.START), _ -> {})).isEmpty();
        hub.bean(Exercise.class).load();

        assertThat(cut().size()).isEqualTo(size);
        assertThat(hub.bean(Rebuild.class).run(World.OPERATION).same()).isTrue();
    }

    @Test
    void partnersAreSeatedOneAfterTheOther() {
        var partners = hub.bean(Partners.class);

        assertThat(partners.list(sight(), cut())).hasSizeGreaterThanOrEqualTo(14);
        var early = journal().asOf(World.OPERATION, World.at(LocalDate.of(2031, 4, 8), 23, 0));
        var then = partners.list(sight(), early);
        assertThat(then)
                .filteredOn(
                        partner ->
                                partner.seats().stream()
                                        .anyMatch(seat -> seat.stage().equals("seated")))
                .hasSizeBetween(4, 8);
        assertThat(partners.broken(World.OPERATION, World.MERIDON, Set.of("xj03", "xj", "land")))
                .isPresent();
        assertThat(partners.broken(World.OPERATION, World.MERIDON, Set.of("land"))).isEmpty();
    }

    static Journal journal() {
        return hub.bean(Journal.class);
    }

    static Script script() {
        return new Script(31, hub.bean(ExerciseSettings.class).share(), Exercise.FILES);
    }

    static Cut cut() {
        return journal().now(World.OPERATION);
    }

    static Sight sight() {
        return journal()
                .sight(new Reader(World.OPERATION, World.CENTER, true, FieldClass.EXACT, Set.of()));
    }
}
