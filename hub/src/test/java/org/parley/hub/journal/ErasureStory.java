package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.journal.JournalStory.AGENCY;
import static org.parley.hub.journal.JournalStory.reading;
import static org.parley.hub.journal.TestJournal.NOON;
import static org.parley.hub.journal.TestJournal.OPERATION;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TlogProof;

/// What was said is destroyed, and that something was said stays provable.
class ErasureStory {

    private final AtomicBoolean dies = new AtomicBoolean();

    private final TestJournal hub =
            TestJournal.with(
                    TestDatabase.open(),
                    new RememberingSigner(),
                    sql -> List.of(new GaugeReading(sql)),
                    point -> {
                        if (point == CrashPoint.ERASED && dies.getAndSet(false)) {
                            throw new IllegalStateException("a crash, as far as the journal knows");
                        }
                    });

    @AfterEach
    void close() {
        hub.close();
    }

    private Outcome.Recorded say(String gauge, int litres) {
        return (Outcome.Recorded) hub.journal().submit(reading(gauge, litres));
    }

    private Outcome erase(PartnerId who, StatementId statement) {
        return hub.journal()
                .submit(
                        new Submission<>(
                                OPERATION,
                                new StatementId(UUID.randomUUID()),
                                Actor.signedIn(who, "account-1"),
                                Label.ownOnly(who),
                                NOON,
                                new Erased(statement, "mistake")));
    }

    private void awaitErasure(StatementId statement) throws InterruptedException {
        for (int i = 0; i < 200 && !view(statement).erased(); i++) {
            Thread.sleep(20);
        }
        for (int i = 0; i < 200 && hub.digest().contains("gauge 3"); i++) {
            Thread.sleep(20);
        }
    }

    private StatementView view(StatementId statement) {
        return hub.statements()
                .find(hub.sight("agency"), hub.cut(), AGENCY, statement)
                .orElseThrow();
    }

    private long rows(String table) {
        return hub.sql()
                .sql("SELECT count(*) FROM " + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Test
    void theContentGoesAndTheTombstoneStays() throws Exception {
        say("a", 1);
        var secret = say("a", 2);
        say("a", 3);

        assertThat(erase(AGENCY, secret.id())).isInstanceOf(Outcome.Recorded.class);
        awaitErasure(secret.id());

        var tombstone = view(secret.id());
        assertThat(tombstone.erased()).isTrue();
        assertThat(tombstone.says()).isNull();
        assertThat(tombstone.subject()).isNull();
        assertThat(rows("journal.statement")).isEqualTo(4);
        assertThat(rows("journal.payload")).isEqualTo(3);
        assertThat(hub.statements().disclosure(hub.sight("agency"), hub.cut(), AGENCY, secret.id()))
                .isEmpty();
        // state as if it had not been said: the first reading lasts until the third
        assertThat(
                        hub.sql()
                                .sql(
                                        """
                                        SELECT litres || ':' || known_from || '-' || known_until
                                          FROM state.gauge ORDER BY known_from
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("1:0-2", "3:2-9223372036854775807");
        assertThat(hub.rebuild().same()).isTrue();
    }

    @Test
    void logAndReceiptsStayValid() throws Exception {
        var before = say("a", 1);
        var secret = say("a", 2);
        erase(AGENCY, secret.id());
        awaitErasure(secret.id());
        var after = say("a", 3);

        var policy = Policy.ofLog(List.of(hub.signer().verifier()));
        for (var said : List.of(before, secret, after)) {
            var receipt =
                    hub.statements()
                            .receipt(hub.sight("agency"), hub.cut(), AGENCY, said.id())
                            .orElseThrow();
            assertThat(receipt).isEqualTo(said.receipt());
            var leaf =
                    hub.sql()
                            .sql("SELECT leaf FROM journal.statement WHERE idx = :index")
                            .param("index", said.index())
                            .query((row, _) -> row.getBytes(1))
                            .single();
            assertThat(TlogProof.parse(receipt.text()).check(Rfc6962.leaf(leaf), policy).index())
                    .isEqualTo(said.index());
        }
    }

    @Test
    void nobodyErasesWhatAnotherSaid() {
        var said = say("a", 1);

        for (var target : List.of(said.id(), new StatementId(UUID.randomUUID()))) {
            assertThat(erase(new PartnerId("somebody"), target))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused ->
                                    assertThat(refused.why().code())
                                            .isEqualTo("journal.erase-unknown"));
        }
        assertThat(view(said.id()).erased()).isFalse();
    }

    @Test
    void aTombstoneCannotBeErased() throws Exception {
        var said = say("a", 1);
        var erasure = (Outcome.Recorded) erase(AGENCY, said.id());
        awaitErasure(said.id());

        assertThat(erase(AGENCY, erasure.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(erase(AGENCY, said.id())).as("again").isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void aCrashBetweenDestroyingAndRebuildingIsMadeGood() throws Exception {
        say("b", 1);
        var secret = say("a", 666_000);
        dies.set(true);
        erase(AGENCY, secret.id());
        awaitErasure(secret.id());
        // the delivery is written down after the rebuild that it brings about
        for (int i = 0; i < 300 && rows("journal.outbox") > rows("journal.outbox_delivery"); i++) {
            Thread.sleep(20);
        }

        assertThat(dies).isFalse();
        assertThat(rows("state.gauge")).isEqualTo(1);
        assertThat(rows("journal.outbox")).isEqualTo(rows("journal.outbox_delivery"));
    }

    @Test
    void theSameIdIsTakenForEver() throws Exception {
        var id = UUID.randomUUID();
        var said = hub.journal().submit(reading(id, "a", 1, NOON));
        erase(AGENCY, new StatementId(id));
        awaitErasure(new StatementId(id));

        assertThat(said).isInstanceOf(Outcome.Recorded.class);
        assertThat(hub.journal().submit(reading(id, "a", 2, NOON)))
                .isInstanceOf(Outcome.Conflict.class);
    }
}
