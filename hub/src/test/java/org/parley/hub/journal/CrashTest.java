package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.journal.TestJournal.NOON;
import static org.parley.hub.journal.TestJournal.OPERATION;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TlogProof;

/// The hub's process ends without warning at each step between deciding and publishing, with the
/// real signer process beside it. Nothing that was acknowledged is lost, nothing is there twice,
/// and the signer is never wedged by what was rolled back.
class CrashTest {

    private static final int STATEMENTS = 60;
    @TempDir Path folder;

    static JournalSettings settings(Path signer) {
        return new JournalSettings(
                Duration.ofSeconds(20),
                signer,
                "parley.example",
                List.of(),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                "",
                Map.of());
    }

    static Submission<JournalStory.GaugeRead> statement(int number) {
        var id = UUID.nameUUIDFromBytes(("statement " + number).getBytes(UTF_8));
        return JournalStory.reading(id, "g" + number, number, NOON);
    }

    /// The hub that dies: says what was acknowledged until it is gone.
    static final class Victim {

        private Victim() {}

        /// @param arguments database URL, user, password, signer folder, crash point, which visit
        public static void main(String[] arguments) throws Exception {
            var access = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
            var point = CrashPoint.valueOf(arguments[4]);
            var visits = new AtomicInteger(Integer.parseInt(arguments[5]));
            var signer = new ProcessSigner(settings(Path.of(arguments[3])));
            var hub =
                    TestJournal.with(
                            TestDatabase.open(access),
                            signer,
                            sql -> List.of(new GaugeReading(sql)),
                            at -> {
                                if (at == point && visits.decrementAndGet() == 0) {
                                    Runtime.getRuntime().halt(9);
                                }
                            });
            try (var senders = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < STATEMENTS; i++) {
                    int number = i;
                    senders.submit(
                            () -> {
                                if (hub.journal().submit(statement(number))
                                        instanceof Outcome.Recorded recorded) {
                                    say(number, recorded.receipt().text());
                                }
                            });
                }
            }
            System.out.println("survived");
            Runtime.getRuntime().halt(0);
        }

        private static synchronized void say(int number, String receipt) {
            System.out.println(
                    number + " " + Base64.getEncoder().encodeToString(receipt.getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {
                "DECIDED",
                "APPLIED",
                "INSERTED",
                "COMMITTED",
                "SIGNED",
                "STORED",
                "PUBLISHED"
            })
    void killedAnywhereItLosesNothingThatWasAcknowledged(CrashPoint point) throws Exception {
        var access = TestDatabase.fresh();
        var acknowledged = new HashMap<Integer, String>();
        int visit = point == CrashPoint.DECIDED ? 23 : 4;
        for (int life = 0; life < 2; life++) { // the second one dies over what the first one left
            acknowledged.putAll(run(access, point, visit));
        }

        var signer = new ProcessSigner(settings(folder.resolve("signer")));
        try (var hub =
                TestJournal.with(
                        TestDatabase.open(access),
                        signer,
                        sql -> List.of(new GaugeReading(sql)),
                        _ -> {})) {
            var receipts = new HashMap<Integer, String>();
            for (int i = 0; i < STATEMENTS; i++) {
                receipts.put(i, recorded(hub, statement(i)));
            }

            assertThat(receipts).containsAllEntriesOf(acknowledged);
            assertThat(hub.cut().size()).isEqualTo(STATEMENTS);
            assertThat(hub.digest()).contains("gauge " + STATEMENTS);
            assertThat(hub.rebuild().same()).isTrue();
            areValid(hub, Policy.ofLog(signer.keys("parley.example/" + OPERATION)), receipts);
            assertThat(
                            hub.sql()
                                    .sql(
                                            "SELECT count(*) FROM journal.outbox o LEFT JOIN"
                                                    + " journal.outbox_delivery d USING (operation, size)"
                                                    + " WHERE d.size IS NULL AND o.size < :size")
                                    .param("size", STATEMENTS)
                                    .query(Long.class)
                                    .single())
                    .as("reactions still owed")
                    .isZero();
        } finally {
            signer.close();
        }
    }

    private static String recorded(TestJournal hub, Submission<JournalStory.GaugeRead> said) {
        Outcome outcome = hub.journal().submit(said);
        for (int i = 0; i < 60 && outcome instanceof Outcome.Pending; i++) {
            outcome = hub.journal().submit(said);
        }
        return ((Outcome.Recorded) outcome).receipt().text();
    }

    /// Each receipt holds, and the log extends the checkpoint in each.
    private static void areValid(TestJournal hub, Policy policy, Map<Integer, String> receipts) {
        var leaves =
                hub.sql()
                        .sql("SELECT leaf FROM journal.statement ORDER BY idx")
                        .query((row, _) -> Rfc6962.leaf(row.getBytes(1)))
                        .list();
        var heads = new ArrayList<Checkpoint>();
        for (var text : receipts.values()) {
            var receipt = TlogProof.parse(text);
            var logged = receipt.check(leaves.get((int) receipt.index()), policy);
            heads.add(logged.by().checkpoint());
        }
        var last = Checkpoint.parse(Note.parse(hub.log().checkpoint(OPERATION).getBody()).text());
        for (var head : heads) {
            assertThat(
                            ConsistencyProof.of(
                                            head.size(),
                                            last.size(),
                                            (level, index) -> root(leaves, level, index))
                                    .proves(head.root(), last.root()))
                    .isTrue();
        }
    }

    private static Hash root(List<Hash> leaves, int level, long index) {
        int from = (int) (index << level);
        return RightEdge.fold(leaves.subList(from, from + (1 << level)));
    }

    private Map<Integer, String> run(DatabaseAccess access, CrashPoint point, int visit)
            throws Exception {
        var victim =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                access.url(),
                                access.user(),
                                access.password(),
                                folder.resolve("signer").toString(),
                                point.name(),
                                Integer.toString(visit))
                        .redirectErrorStream(true)
                        .start();
        var acknowledged = new HashMap<Integer, String>();
        var rest = new StringBuilder();
        try (var lines = victim.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("[0-9]+ [A-Za-z0-9+/=]+")) {
                    var words = line.split(" ");
                    var receipt = new String(Base64.getDecoder().decode(words[1]), UTF_8);
                    acknowledged.put(Integer.parseInt(words[0]), receipt);
                } else {
                    rest.append(line).append('\n');
                }
            }
        }
        assertThat(victim.waitFor()).as("exit at %s: %s", point, rest).isIn(9, 0);
        return acknowledged;
    }
}
