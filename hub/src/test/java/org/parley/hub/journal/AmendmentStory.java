package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.journal.JournalStory.AGENCY;
import static org.parley.hub.journal.JournalStory.reading;
import static org.parley.hub.journal.TestJournal.NOON;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A statement is amended by another one; two amendments of one statement stand side by side until
/// their originator replaces both.
class AmendmentStory {

    private final TestJournal hub = TestJournal.with(sql -> List.of(new GaugeReading(sql)));

    @AfterEach
    void close() {
        hub.close();
    }

    private StatementId say() {
        return amend();
    }

    private StatementId amend(StatementId... replaced) {
        return say(new StatementId(UUID.randomUUID()), replaced);
    }

    private StatementId say(StatementId id, StatementId... replaced) {
        var said =
                reading(id.value(), "g", 1, NOON)
                        .naming(new References(List.of(replaced), Optional.empty()));
        assertThat(hub.journal().submit(said)).isInstanceOf(Outcome.Recorded.class);
        return id;
    }

    private StatementView view(StatementId id) {
        return hub.statements().find(hub.sight("agency"), hub.cut(), AGENCY, id).orElseThrow();
    }

    @Test
    void anAmendmentIsSeenFromBothSides() {
        var first = say();
        var second = amend(first);

        assertThat(view(second).replaces()).isEqualTo(List.of(first.toString()));
        assertThat(view(second).marks()).isEmpty();
        assertThat(view(second).says()).containsOnlyKeys("gauge", "litres", "place");
        assertThat(view(first).replacedBy())
                .containsExactly(new StatementView.NamedBy("agency", second.toString()));
        assertThat(view(first).forked()).isFalse();
    }

    @Test
    void twoAmendmentsAreAVisibleForkUntilAThirdReplacesBoth() {
        var first = say();
        var one = amend(first);
        var other = amend(first);

        assertThat(view(other).marks()).containsExactly("journal.fork");
        assertThat(view(first).forked()).isTrue();
        assertThat(view(first).replacedBy()).hasSize(2);

        var resolution = amend(one, other);
        assertThat(view(resolution).marks()).isEmpty();
        assertThat(view(first).forked()).isFalse();
    }

    @Test
    void anAmendmentMayArriveBeforeWhatItAmends() {
        var late = new StatementId(UUID.randomUUID());
        var amendment = amend(late);

        say(late, new StatementId[0]);

        assertThat(view(amendment).marks()).containsExactly("journal.replaces-unknown");
        assertThat(view(late).replacedBy()).hasSize(1);
    }

    @Test
    void nobodyAmendsWhatAnotherSaid() {
        var mine = say();
        var usual = reading("g", 2);
        var theirs =
                new Submission<>(
                                usual.operation(),
                                usual.id(),
                                Actor.signedIn(new PartnerId("other"), "a"),
                                Label.operation(new PartnerId("other"), FieldClass.OPERATIONAL),
                                NOON,
                                usual.body())
                        .naming(new References(List.of(mine), Optional.empty()));
        hub.journal().submit(theirs);

        assertThat(view(mine).replacedBy()).isNull();
        assertThat(view(mine).forked()).isFalse();
    }

    @Test
    void anAnswerIsFoundFromWhatItAnswers() {
        var question = say();
        var answer =
                reading("g", 2)
                        .naming(
                                new References(
                                        List.of(),
                                        Optional.of(new References.Target(AGENCY, question))));
        hub.journal().submit(answer);

        assertThat(view(question).answeredBy())
                .containsExactly(new StatementView.NamedBy("agency", answer.id().toString()));
        assertThat(view(question).replacedBy()).isNull();
    }

    @Test
    void theSameStatementWithOtherReferencesIsAnotherStatement() {
        var first = say();
        var id = new StatementId(UUID.randomUUID());
        say(id, first);

        assertThat(hub.journal().submit(reading(id.value(), "g", 1, NOON)))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(hub.rebuild().same()).isTrue();
    }
}
