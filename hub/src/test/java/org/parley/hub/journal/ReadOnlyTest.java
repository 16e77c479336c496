package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.journal.JournalStory.reading;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Rfc6962;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that is not the one that was signed: the hub says so and takes nothing more.
class ReadOnlyTest {

    private final DatabaseAccess access = TestDatabase.fresh();
    private final RememberingSigner signer = new RememberingSigner();

    private TestJournal hub() {
        return TestJournal.with(
                TestDatabase.open(access), signer, sql -> List.of(new GaugeReading(sql)), _ -> {});
    }

    private void say(int statements) {
        try (var hub = hub()) {
            for (int i = 0; i < statements; i++) {
                assertThat(hub.journal().submit(reading("g", i)))
                        .isInstanceOf(Outcome.Recorded.class);
            }
        }
    }

    private void asOwner(String... statements) {
        var sql =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                access.url(), access.user(), access.password()));
        for (var statement : statements) {
            sql.sql(statement).update();
        }
    }

    /// As an older backup has it: everything from an index on was never there.
    private void restoreBackupOf(int size) {
        asOwner(
                "DELETE FROM journal.checkpoint WHERE size > " + size,
                "DELETE FROM journal.outbox_delivery WHERE size > " + size,
                "DELETE FROM journal.outbox WHERE size > " + size,
                "DELETE FROM journal.tree WHERE size > " + size,
                "DELETE FROM journal.payload_exact WHERE idx >= " + size,
                "DELETE FROM journal.payload WHERE idx >= " + size,
                "DELETE FROM journal.statement WHERE idx >= " + size,
                "DELETE FROM state.gauge WHERE known_from >= " + size);
    }

    private void isReadOnly(HubReadOnly.Why why, String sentence) {
        try (var hub = hub()) {
            assertThatThrownBy(() -> hub.journal().submit(reading("g", 99)))
                    .isInstanceOfSatisfying(
                            HubReadOnly.class, refused -> assertThat(refused.why()).isEqualTo(why))
                    .hasMessageContaining(sentence);
            assertThat(hub.log().metadata(TestJournal.OPERATION).getBody())
                    .extracting(LogApi.Metadata::readOnly)
                    .asString()
                    .contains("read-only");
        }
    }

    @Test
    void anOlderBackupIsNotWrittenTo() {
        say(5);
        restoreBackupOf(3);

        isReadOnly(
                HubReadOnly.Why.SIGNED_MORE,
                "the database holds 3 statements, but 5 were signed before");
    }

    private static long rows(TestJournal hub, String of) {
        return hub.sql().sql("SELECT count(*) FROM " + of).query(Long.class).single();
    }

    /// What is committed and was never signed is asked for all the same: a backup may hold it.
    @Test
    void anErasureThatNobodySignsAnyMoreIsCarriedOut() {
        say(2);
        signer.setAway(true);
        try (var hub = hub()) {
            var secret = (Outcome.Pending) hub.journal().submit(reading("secret", 666_000));
            var erasure =
                    new Submission<>(
                            TestJournal.OPERATION,
                            new StatementId(UUID.randomUUID()),
                            Actor.signedIn(JournalStory.AGENCY, "account-1"),
                            Label.ownOnly(JournalStory.AGENCY),
                            TestJournal.NOON,
                            new Erased(secret.id(), "mistake"));
            assertThat(hub.journal().submit(erasure)).isInstanceOf(Outcome.Pending.class);
            assertThat(rows(hub, "journal.payload WHERE idx = 2")).isEqualTo(1);
            assertThat(rows(hub, "state.gauge WHERE litres = 666000")).isEqualTo(1);
        }
        signer.setAway(false);
        signer.remember(new Checkpoint("parley.example/exercise", 9, Rfc6962.EMPTY_ROOT));

        try (var hub = hub()) {
            assertThat(rows(hub, "journal.payload WHERE idx = 2")).isZero();
            assertThat(rows(hub, "state.gauge WHERE litres = 666000")).isZero();
            assertThat(hub.rebuild().same()).isTrue();
        }
        isReadOnly(
                HubReadOnly.Why.SIGNED_MORE,
                "the database holds 4 statements, but 9 were signed before");
    }

    @Test
    void anOlderBackupThatGrewAgainWhileTheSignerWasAwayIsNotSigned() {
        say(5);
        restoreBackupOf(3);
        signer.setAway(true);
        try (var hub = hub()) {
            for (int i = 0; i < 3; i++) {
                assertThat(hub.journal().submit(reading("other", i)))
                        .isInstanceOf(Outcome.Pending.class);
            }
            signer.setAway(false);
            var last = reading("other", 9);
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 20; i++) {
                                    hub.journal().submit(last);
                                }
                            })
                    .isInstanceOf(HubReadOnly.class)
                    .hasMessageContaining("are not those that were signed before");
        }
        isReadOnly(HubReadOnly.Why.SIGNED_OTHER, "are not those that were signed before");
    }

    @Test
    void aTailThatIsCutOffIsSeen() {
        say(5);
        asOwner(
                "DELETE FROM journal.payload_exact WHERE idx = 4",
                "DELETE FROM journal.payload WHERE idx = 4",
                "DELETE FROM journal.statement WHERE idx = 4");

        isReadOnly(HubReadOnly.Why.TORN, "do not make up its tree of 5");
    }

    @Test
    void aChangedLeafIsSeen() {
        say(5);
        asOwner(
                "UPDATE journal.statement SET leaf = set_bit(leaf, 7, 1 - get_bit(leaf, 7))"
                        + " WHERE idx = 2");

        isReadOnly(HubReadOnly.Why.TORN, "do not make up its tree of 5");
    }

    @Test
    void aWholeDatabaseIsWrittenToAgain() {
        say(5);
        say(2);
    }
}
