package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.journal.JournalStory.reading;
import static org.parley.hub.journal.TestJournal.OPERATION;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.hub.outgoing.Outgoing;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.TlogProof;
import org.springframework.mock.web.MockHttpServletRequest;

/// Checkpoints with witnesses that keep the protocol, and with some that do not.
class WitnessTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final long NOW = 1_935_000_000;

    /// A witness as C2SP tlog-witness describes it, and what it does wrong.
    final class Server {

        final SigningKey key;
        final HttpServer http;
        final List<String> problems = new ArrayList<>();
        long size;
        Hash root = Checkpoint.parse("x\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n").root();
        boolean silent;
        boolean lies;
        long pretends = -1;
        int asked;

        Server(String name, KeyKind kind) {
            try {
                key = SigningKey.generate(name, kind);
                http =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/w/add-checkpoint", this::answer);
            http.start();
        }

        String line() {
            return key.verifier() + " http://127.0.0.1:" + http.getAddress().getPort() + "/w/";
        }

        private synchronized void answer(HttpExchange exchange) throws IOException {
            asked++;
            if (silent) {
                return; // never answers
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int gap = body.indexOf("\n\n");
            var lines = body.substring(0, gap).split("\n");
            long old = Long.parseLong(lines[0].substring("old ".length()));
            var path = List.of(lines).subList(1, lines.length).stream().map(Hash::parse).toList();
            var note = Note.parse(body.substring(gap + 2));
            note.open(List.of(signer.verifier()));
            var head = Checkpoint.parse(note.text());
            if (pretends >= 0 || old != size) {
                send(exchange, 409, (pretends >= 0 ? pretends : size) + "\n");
                return;
            }
            boolean extended =
                    size == 0
                            ? path.isEmpty()
                            : new ConsistencyProof(size, head.size(), path)
                                    .proves(root, head.root());
            if (!extended) {
                problems.add("from %d to %d".formatted(size, head.size()));
                send(exchange, size == head.size() ? 409 : 422, "");
                return;
            }
            size = head.size();
            root = head.root();
            var signed = lies ? SigningKey.generate("liar", key.verifier().kind()) : key;
            send(exchange, 200, signed.sign(head, NOW).format());
        }

        private static void send(HttpExchange exchange, int status, String text)
                throws IOException {
            var bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    private final RememberingSigner signer = new RememberingSigner();
    private final DatabaseAccess access = TestDatabase.fresh();
    private final Server north = new Server("north.example", KeyKind.COSIGNATURE_V1);
    private final Server south = new Server("south.example", KeyKind.ML_DSA_44);
    private final SigningKey visitor =
            SigningKey.generate("visitor.example", KeyKind.COSIGNATURE_V1);
    private TestJournal hub = hub();

    private TestJournal hub() {
        return hub("");
    }

    private TestJournal hub(String quorum) {
        return TestJournal.witnessed(
                TestDatabase.open(access),
                signer,
                List.of(
                        Witness.of(north.line(), PATIENCE, Outgoing.toNobody()),
                        Witness.of(south.line(), PATIENCE, Outgoing.toNobody()),
                        Witness.of(visitor.verifier().toString(), PATIENCE, Outgoing.toNobody())),
                quorum,
                sql -> List.of(new GaugeReading(sql)));
    }

    @BeforeEach
    void warm() {
        assertThat(north.problems).isEmpty();
    }

    @AfterEach
    void close() {
        hub.close();
        north.http.stop(0);
        south.http.stop(0);
    }

    private String receipt(int litres) {
        Outcome outcome = hub.journal().submit(reading("g", litres));
        for (int i = 0; i < 10 && outcome instanceof Outcome.Pending(var id, _); i++) {
            outcome = hub.journal().find(OPERATION, JournalStory.AGENCY, id).orElseThrow();
        }
        return ((Outcome.Recorded) outcome).receipt().text();
    }

    private Policy.Accepted accepted(String receipt, String quorum) {
        var policy =
                Policy.parse(
                        "log %s\nwitness n %s\nwitness s %s\ngroup both all n s\nquorum %s\n"
                                .formatted(
                                        signer.verifier(),
                                        north.key.verifier(),
                                        south.key.verifier(),
                                        quorum));
        return policy.accept(Note.parse(TlogProof.parse(receipt).checkpoint()));
    }

    private List<WitnessStanding.State> states() {
        return metadata().witnesses().stream()
                .limit(2) // those that are asked
                .map(WitnessStanding::state)
                .toList();
    }

    @Test
    void everyReceiptCarriesTheCosignaturesOfAll() {
        for (int i = 0; i < 6; i++) {
            assertThat(accepted(receipt(i), "both").notAfter().orElseThrow().at())
                    .hasToString(java.time.Instant.ofEpochSecond(NOW).toString());
        }

        assertThat(north.problems).isEmpty();
        assertThat(south.problems).isEmpty();
        assertThat(states()).containsOnly(WitnessStanding.State.COSIGNED);
        assertThat(hub.log().policy(OPERATION).getBody())
                .contains("witness north.example " + north.key.verifier());
    }

    /// After a restart the hub does not know what its witnesses hold: they tell it with a 409.
    @Test
    void aConflictTellsTheSizeAndIsMendedAtOnce() {
        receipt(1);
        receipt(2);
        hub.close();
        hub = hub();

        accepted(receipt(3), "both");

        assertThat(north.size).isEqualTo(3);
        assertThat(north.problems).isEmpty();
    }

    @Test
    void aSlowWitnessCostsItsPatienceOnce() {
        south.silent = true;
        receipt(1);
        long before = System.nanoTime();
        accepted(receipt(2), "n");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
        for (int i = 0; i < 100 && states().getLast() == WitnessStanding.State.NEW; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(south.asked).isEqualTo(1);
        assertThat(states())
                .containsExactly(WitnessStanding.State.COSIGNED, WitnessStanding.State.AWAY);
    }

    @Test
    void aWitnessThatIsGoneIsDoneWithout() {
        south.http.stop(0);

        accepted(receipt(1), "n");
    }

    @Test
    void aCosignatureByAnotherKeyIsNotPassedOn() {
        south.lies = true;
        var receipt = receipt(1);

        assertThat(accepted(receipt, "n").signatures()).hasSize(2);
        assertThat(Note.parse(TlogProof.parse(receipt).checkpoint()).signatures())
                .extracting(line -> line.name())
                .containsExactlyInAnyOrder("parley.example/exercise", "north.example");
        assertThat(states())
                .containsExactly(WitnessStanding.State.COSIGNED, WitnessStanding.State.WRONG);
    }

    @Test
    void aWitnessThatPretendsToHoldMoreIsDoneWithoutWhileTheHubRuns() {
        receipt(1);
        south.pretends = 1_000_000;

        accepted(receipt(2), "n");
        assertThat(states())
                .containsExactly(WitnessStanding.State.COSIGNED, WitnessStanding.State.CONFLICT);
    }

    private String fetchedAgain(long index) {
        return hub
                .statements()
                .list(hub.sight("agency"), hub.cut(), StatementFilter.ALL, index + 1, 1)
                .stream()
                .findFirst()
                .flatMap(
                        found ->
                                hub.statements()
                                        .receipt(
                                                hub.sight("agency"),
                                                hub.cut(),
                                                new org.parley.kernel.id.PartnerId(
                                                        found.originator()),
                                                org.parley.kernel.id.StatementId.parse(found.id())))
                .orElseThrow()
                .text();
    }

    private int bring(SigningKey key, Checkpoint head) {
        var request = new MockHttpServletRequest();
        request.setContent(
                new Note(head.body(), List.of(key.sign(head, NOW))).format().getBytes(UTF_8));
        try {
            return hub.log().cosignatures(OPERATION, request).getStatusCode().value();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aWitnessThatComesByItselfIsTakenByItsSignature() {
        var first = receipt(1);
        var head = Checkpoint.parse(Note.parse(TlogProof.parse(first).checkpoint()).text());

        assertThat(bring(SigningKey.generate("visitor.example", KeyKind.COSIGNATURE_V1), head))
                .isEqualTo(403);
        assertThat(bring(visitor, new Checkpoint(head.origin(), 9, head.root()))).isEqualTo(409);
        assertThat(bring(visitor, new Checkpoint(head.origin(), 1, signerRoot()))).isEqualTo(409);
        assertThat(bring(visitor, head)).isEqualTo(204);
        assertThat(bring(visitor, head)).isEqualTo(204);

        var later = Note.parse(TlogProof.parse(fetchedAgain(0)).checkpoint());
        assertThat(later.open(List.of(visitor.verifier()))).hasSize(1);
        assertThat(later.signatures()).hasSize(4);
        assertThat(metadata().witnesses().get(2).size()).isOne();
    }

    private Hash signerRoot() {
        return Hash.of(new byte[Hash.BYTES]);
    }

    /// The quorum was met for a later checkpoint only: the receipt is given with that one.
    @Test
    void aReceiptIsGivenWithTheCheckpointThatHasTheQuorum() {
        hub.stop();
        hub = hub("group all all north.example south.example visitor.example;quorum all");
        receipt(1);
        var second = receipt(2);
        assertThat(sizeOf(fetchedAgain(0))).isEqualTo(1);

        var head = Checkpoint.parse(Note.parse(TlogProof.parse(second).checkpoint()).text());
        assertThat(bring(visitor, head)).isEqualTo(204);

        assertThat(sizeOf(fetchedAgain(0))).isEqualTo(2);
        var policy = "log " + signer.verifier() + "\n" + hub.log().policy(OPERATION).getBody();
        assertThat(policy).contains("quorum all");
        assertThat(metadata().quorate()).isEqualTo(2);
    }

    private LogApi.Metadata metadata() {
        return java.util.Objects.requireNonNull(hub.log().metadata(OPERATION).getBody());
    }

    private static long sizeOf(String receipt) {
        return Checkpoint.parse(Note.parse(TlogProof.parse(receipt).checkpoint()).text()).size();
    }

    /// The signer's disk was restored together with the database; only the witness remembers.
    @Test
    void aWitnessThatHoldsMoreAtTheStartKeepsTheHubFromWriting() {
        receipt(1);
        receipt(2);
        hub.close();
        north.size = 7;
        hub = hub();

        assertThatThrownBy(() -> hub.journal().submit(reading("g", 3)))
                .isInstanceOf(HubReadOnly.class)
                .hasMessageContaining("witness north.example has cosigned 7");
    }

    @Test
    void onlyConfiguredAddressesOverHttpsAreAsked() {
        var vkey = north.key.verifier().toString();
        for (var line :
                List.of(
                        vkey + " http://example.org/w",
                        vkey + " file:///etc/passwd",
                        signer.verifier() + " https://example.org/w",
                        "nonsense https://example.org/w")) {
            assertThatThrownBy(() -> Witness.of(line, PATIENCE, Outgoing.toNobody()))
                    .isInstanceOf(InvalidValue.class);
        }
        assertThat(
                        Witness.of(vkey + " https://example.org/w/", PATIENCE, Outgoing.toNobody())
                                .address())
                .contains("https://example.org/w/add-checkpoint");
    }
}
