package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.journal.TestJournal.NOON;
import static org.parley.hub.journal.TestJournal.OPERATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.Disclosure;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.WrittenStatement;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the journal promises, from the first statement to a rebuild.
class JournalStory {

    static final PartnerId AGENCY = new PartnerId("agency");

    /// A gauge is read: the smallest kind of statement there can be.
    record GaugeRead(
            @Classed(FieldClass.HEADER) String gauge,
            @Classed(FieldClass.OPERATIONAL) int litres,
            @Classed(FieldClass.EXACT) String place)
            implements Body {
        @Override
        public String subject() {
            return "gauge/" + gauge;
        }
    }

    static final class GaugeReading implements StatementKind<GaugeRead> {

        private final JdbcClient sql;

        GaugeReading(JdbcClient sql) {
            this.sql = sql;
        }

        @Override
        public String type() {
            return "test.gauge-read";
        }

        @Override
        public Class<GaugeRead> body() {
            return GaugeRead.class;
        }

        @Override
        public Verdict decide(Said<GaugeRead> said) {
            return said.body().litres() < 0
                    ? Verdict.refused("test.below-zero", Map.of("litres", said.body().litres()))
                    : Verdict.accepted();
        }

        @Override
        public void apply(Entry<GaugeRead> entry) {
            if (entry.body().litres() == 666) {
                throw new IllegalStateException("This kind breaks on 666");
            }
            sql.sql(
                            """
                            UPDATE state.gauge SET known_until = :index
                             WHERE operation = :operation AND gauge = :gauge
                               AND known_until = 9223372036854775807
                            """)
                    .param("operation", entry.operation().value())
                    .param("gauge", entry.body().gauge())
                    .param("index", entry.index())
                    .update();
            sql.sql(
                            """
                            INSERT INTO state.gauge (operation, gauge, litres, label, known_from)
                            VALUES (:operation, :gauge, :litres, :label, :index)
                            """)
                    .param("operation", entry.operation().value())
                    .param("gauge", entry.body().gauge())
                    .param("litres", entry.body().litres())
                    .param("label", entry.label())
                    .param("index", entry.index())
                    .update();
        }
    }

    final TestJournal hub = opened();

    static TestJournal opened() {
        var hub = TestJournal.with(sql -> List.of(new GaugeReading(sql)));
        return hub;
    }

    @AfterEach
    void close() {
        hub.close();
    }

    static Submission<GaugeRead> reading(String gauge, int litres) {
        return reading(UUID.randomUUID(), gauge, litres, NOON);
    }

    static Submission<GaugeRead> reading(UUID id, String gauge, int litres, Instant claimedAt) {
        return new Submission<>(
                OPERATION,
                new StatementId(id),
                Actor.signedIn(AGENCY, "account-1"),
                Label.operation(AGENCY, FieldClass.OPERATIONAL),
                claimedAt,
                new GaugeRead(gauge, litres, "north gate"));
    }

    Outcome.Recorded recorded(Submission<GaugeRead> submission) {
        return (Outcome.Recorded) hub.journal().submit(submission);
    }

    int litres(String gauge, Cut cut) {
        return hub.sql()
                .sql(
                        """
                        SELECT litres FROM state.gauge
                         WHERE operation = :operation AND gauge = :gauge
                           AND known_from < :size AND known_until >= :size
                        """)
                .param("operation", OPERATION.value())
                .param("gauge", gauge)
                .param("size", cut.size())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsSaidGetsAReceiptThatProvesItOffline() {
        for (int i = 0; i < 20; i++) {
            recorded(reading("g", i));
        }
        var receipt = recorded(reading("g", 20)).receipt();
        byte[] leaf =
                hub.sql()
                        .sql("SELECT leaf FROM journal.statement WHERE idx = 20")
                        .query((row, _) -> row.getBytes(1))
                        .single();

        var logged =
                TlogProof.parse(receipt.text())
                        .check(Rfc6962.leaf(leaf), Policy.ofLog(List.of(hub.signer().verifier())));

        assertThat(logged).isNotNull();
    }

    @Test
    void aPackageShowsWhatItsReaderMaySeeAndProvesThatItBelongs() {
        var said = recorded(reading("g", 5));
        var file =
                hub.statements()
                        .disclosure(hub.sight("somebody"), hub.cut(), AGENCY, said.id())
                        .orElseThrow();

        var disclosed = DisclosurePackage.parse(file.getBytes(UTF_8));
        WrittenStatement.parse(disclosed.statement()).requireAll(disclosed.disclosures());
        TlogProof.parse(disclosed.receipt())
                .check(disclosed.leafHash(), Policy.ofLog(List.of(hub.signer().verifier())));

        assertThat(disclosed.disclosures())
                .extracting(Disclosure::name)
                .containsExactlyInAnyOrder("gauge", "litres");
    }

    @Test
    void theSameStatementSentAgainBringsTheSameReceipt() {
        var said = reading("g", 7);

        var first = recorded(said);
        recorded(reading("g", 8));
        var again = recorded(said);

        assertThat(again.repeated()).isTrue();
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(hub.cut().size()).isEqualTo(2);
    }

    @Test
    void anotherStatementUnderATakenIdIsAConflict() {
        var id = UUID.randomUUID();
        recorded(reading(id, "g", 7, NOON));

        assertThat(hub.journal().submit(reading(id, "g", 8, NOON)))
                .isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aRefusalLeavesNothingInTheLog() {
        var outcome = hub.journal().submit(reading("g", -1));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("test.below-zero"));
        assertThat(hub.cut().size()).isZero();
    }

    @Test
    void aStatementThatBreaksItsFeatureHarmsNoOther() {
        var good = new ArrayList<Future<Outcome>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                int litres = i == 17 ? 666 : i;
                good.add(senders.submit(() -> hub.journal().submit(reading("g" + litres, litres))));
            }
        }

        assertThat(good.stream().filter(JournalStory::succeeded)).hasSize(39);
        assertThat(hub.cut().size()).isEqualTo(39);
        assertThatThrownBy(() -> hub.journal().submit(reading("g", 666)))
                .hasMessageContaining("breaks on 666");
        recorded(reading("g", 1));
    }

    private static boolean succeeded(Future<Outcome> outcome) {
        return outcome.state() == Future.State.SUCCESS
                && outcome.resultNow() instanceof Outcome.Recorded;
    }

    @Test
    void withTheSignerAwayItIsStoredAndTheReceiptFollows() {
        recorded(reading("g", 1));
        hub.signer().setAway(true);
        var said = reading("g", 2);

        assertThat(hub.journal().submit(said)).isInstanceOf(Outcome.Pending.class);
        assertThat(hub.cut().size()).as("nothing is shown before its checkpoint").isEqualTo(1);

        hub.signer().setAway(false);
        assertThat(awaited(said)).isInstanceOf(Outcome.Recorded.class);
    }

    private Outcome awaited(Submission<GaugeRead> said) {
        Outcome outcome = hub.journal().submit(said);
        for (int i = 0; i < 20 && outcome instanceof Outcome.Pending; i++) {
            outcome = hub.journal().submit(said);
        }
        return outcome;
    }

    @Test
    void anyPastMomentCanBeReadAgain() {
        recorded(reading("g", 1));
        hub.setNow(NOON.plus(Duration.ofHours(1)));
        recorded(reading("g", 2));
        hub.setNow(NOON.plus(Duration.ofHours(2)));
        recorded(reading("g", 3));

        assertThat(litres("g", hub.cut())).isEqualTo(3);
        assertThat(litres("g", hub.journal().asOf(OPERATION, NOON.plusSeconds(60)))).isEqualTo(1);
        assertThat(litres("g", hub.journal().asOf(OPERATION, 2))).isEqualTo(2);
        assertThat(hub.journal().asOf(OPERATION, NOON.minusSeconds(1)).size()).isZero();
    }

    @Test
    void lateAndFutureStatementsAreMarkedNeverRefused() {
        recorded(reading(UUID.randomUUID(), "g", 1, NOON.minus(Duration.ofDays(3))));
        recorded(reading(UUID.randomUUID(), "g", 2, NOON.plus(Duration.ofDays(3))));

        assertThat(
                        hub.statements()
                                .list(hub.sight("agency"), hub.cut(), StatementFilter.ALL, null, 9))
                .extracting(StatementView::marks)
                .containsExactly(List.of("journal.ahead-of-time"), List.of("journal.late"));
    }

    @Test
    void aDevicesCounterIsItsOrganisationsAlone() {
        var other = new PartnerId("other");
        fromDevice(AGENCY, 1);
        fromDevice(other, 900);
        fromDevice(AGENCY, 2);
        fromDevice(AGENCY, 4);
        fromDevice(other, 1);
        hub.journal()
                .submitAll(List.of(onDevice(other, 901), onDevice(AGENCY, 5), onDevice(AGENCY, 3)));

        assertThat(
                        hub.statements()
                                .list(hub.sight("agency"), hub.cut(), StatementFilter.ALL, null, 9)
                                .reversed())
                .extracting(said -> said.originator() + " " + said.marks())
                .containsExactly(
                        "agency []",
                        "other [journal.gap-before]",
                        "agency []",
                        "agency [journal.gap-before]",
                        "other [journal.out-of-order]",
                        "other []",
                        "agency []",
                        "agency [journal.out-of-order]");
    }

    private void fromDevice(PartnerId organisation, long sequence) {
        recorded(onDevice(organisation, sequence));
    }

    private static Submission<GaugeRead> onDevice(PartnerId organisation, long sequence) {
        return new Submission<>(
                OPERATION,
                new StatementId(UUID.randomUUID()),
                Actor.signedIn(organisation, "account-1"),
                Label.operation(organisation, FieldClass.OPERATIONAL),
                NOON,
                new GaugeRead("g", 1, "north gate"),
                Optional.of(new DeviceSequence("tablet", sequence)),
                Optional.empty());
    }

    @Test
    void aReaderSeesFieldsUpToTheirClassAndNoFurther() {
        var said = recorded(reading("g", 5));

        var own = hub.statements().find(hub.sight("agency"), hub.cut(), AGENCY, said.id());
        var other = hub.statements().find(hub.sight("somebody"), hub.cut(), AGENCY, said.id());

        assertThat(own.orElseThrow().says()).containsKeys("gauge", "litres", "place");
        assertThat(other.orElseThrow().says()).containsOnlyKeys("gauge", "litres");
    }

    @Test
    void aRebuildFromTheJournalGivesTheSameState() {
        for (int i = 0; i < 300; i++) {
            hub.journal().submit(reading("g" + i % 7, i));
        }
        var before = hub.digest();

        var result = hub.rebuild();

        assertThat(result.same()).isTrue();
        assertThat(hub.digest()).isEqualTo(before).contains("gauge 300");
    }

    @Test
    void reactionsFollowTheCheckpoint() {
        recorded(reading("g", 5));
        hub.close(); // lets the announcement finish

        assertThat(hub.events())
                .first()
                .isInstanceOfSatisfying(
                        LogGrew.class, grew -> assertThat(grew.size()).isEqualTo(1));
    }

    @Test
    void checkpointsNameTheOperationAndItsSize() {
        recorded(reading("g", 5));
        var note =
                hub.sql()
                        .sql("SELECT note FROM journal.checkpoint ORDER BY size DESC LIMIT 1")
                        .query((row, _) -> row.getString(1))
                        .single();

        assertThat(Note.parse(note).text()).startsWith("parley.example/exercise\n1\n");
    }
}
