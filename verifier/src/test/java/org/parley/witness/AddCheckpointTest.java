package org.parley.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.witness.FakeHub.ORIGIN;
import static org.parley.witness.FakeHub.TOLD;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SigningKey;
import org.parley.verifier.Verify;
import org.parley.witness.FakeHub.History;

/// Every answer of C2SP tlog-witness, over HTTP, from a process that is killed as well.
class AddCheckpointTest {

    static final History RETOLD = new History("b", 3);

    @TempDir Path folder;
    final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private Running witness() throws IOException {
        return Running.start(Verify.class, folder, hub);
    }

    private static void assertConflict(HttpResponse<String> answer, long size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(size + "\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void growthIsCosignedWithBothKeysAndTheSameAgain() throws Exception {
        try (var witness = witness()) {
            for (long[] step : new long[][] {{0, 0}, {0, 1}, {1, 4}, {4, 300}, {300, 300}}) {
                var answer = witness.post(hub.request(TOLD, step[0], step[1]));

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(witness.cosigned(answer.body(), hub.note(TOLD, step[1]))).isTrue();
            }
            assertThat(witness.get("/").body().lines()).hasSize(2);
            var last = Note.parse(witness.get("/last/" + ORIGIN).body());
            assertThat(Checkpoint.parse(last.text()).size()).isEqualTo(300);
        }
    }

    @Test
    void whateverDoesNotHoldGetsTheAnswerOfTheProtocol() throws Exception {
        var stranger = SigningKey.generate(ORIGIN, KeyKind.ED25519);
        var head = new Checkpoint(ORIGIN, 5, TOLD.root(5));
        var other = new Checkpoint("other.example/log", 5, TOLD.root(5));
        try (var witness = witness()) {
            assertThat(witness.post("").statusCode()).isEqualTo(400);
            assertThat(witness.post("nonsense\n\n").statusCode()).isEqualTo(400);
            assertThat(witness.post("old 01\n\n" + hub.note(TOLD, 5).format()).statusCode())
                    .isEqualTo(400);
            assertThat(witness.post("x".repeat(200_000)).statusCode()).isEqualTo(400);
            assertThat(witness.post(hub.request(TOLD, 9, 5)).statusCode())
                    .as("old above the size")
                    .isEqualTo(400);
            assertThat(
                            witness.post(
                                            hub.request(
                                                    0,
                                                    List.of(),
                                                    new Note(
                                                            other.body(),
                                                            List.of(stranger.sign(other, 0)))))
                                    .statusCode())
                    .isEqualTo(404);
            assertThat(
                            witness.post(
                                            hub.request(
                                                    0,
                                                    List.of(),
                                                    new Note(
                                                            head.body(),
                                                            List.of(stranger.sign(head, 0)))))
                                    .statusCode())
                    .as("signed by a stranger")
                    .isEqualTo(403);
            assertThat(
                            witness.post(
                                            hub.request(
                                                    0,
                                                    List.of(),
                                                    new Note(
                                                            head.body(),
                                                            List.of(hub.key.sign(head, 0)))))
                                    .statusCode())
                    .as("signed with one of the log's two keys")
                    .isEqualTo(403);
            assertConflict(witness.post(hub.request(TOLD, 2, 5)), 0);
            assertThat(witness.post(hub.request(TOLD, 0, 5)).statusCode()).isEqualTo(200);

            assertConflict(witness.post(hub.request(TOLD, 0, 9)), 5);
            assertConflict(witness.post(hub.request(TOLD, 3, 3)), 5);
            assertConflict(witness.post(hub.request(RETOLD, 5, 5)), 5);
            assertThat(witness.post(hub.request(RETOLD, 5, 9)).statusCode()).isEqualTo(422);
            assertThat(
                            witness.post(hub.request(5, TOLD.proof(4, 9).path(), hub.note(TOLD, 9)))
                                    .statusCode())
                    .isEqualTo(422);
            assertThat(
                            witness.post(hub.request(5, List.of(TOLD.root(1)), hub.note(TOLD, 5)))
                                    .statusCode())
                    .as("a proof where nothing grew")
                    .isEqualTo(422);
            assertThat(witness.post(hub.request(TOLD, 5, 9)).statusCode()).isEqualTo(200);
        }
        assertThat(folder.resolve("evidence")).isDirectoryContaining("glob:**/5-*");
    }

    @Test
    void killedBetweenRememberingAndAnsweringItKnowsWhatItMayHaveCosigned() throws Exception {
        try (var dying = Running.start(DyingWitness.class, folder, hub)) {
            assertThatThrownBy(() -> dying.post(hub.request(TOLD, 0, 5)))
                    .isInstanceOf(IOException.class);
        }
        try (var witness = witness()) {
            assertConflict(witness.post(hub.request(RETOLD, 0, 5)), 5);
            assertConflict(witness.post(hub.request(RETOLD, 5, 5)), 5);
            assertThat(witness.post(hub.request(RETOLD, 5, 6)).statusCode()).isEqualTo(422);
            assertThat(witness.post(hub.request(TOLD, 5, 6)).statusCode()).isEqualTo(200);
        }
    }

    /// Two histories are offered at once, again and again, and the witness is killed at moments of
    /// chance. What it has answered must all be of one history.
    @Test
    void neverTwoHistoriesHoweverOftenItIsKilled() throws Exception {
        long seed = Long.getLong("seed", 20_261_125L);
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var told = new ArrayList<Note>();
        for (int life = 0; life < 6; life++) {
            try (var witness = witness();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(offering(witness, TOLD, told));
                threads.submit(offering(witness, RETOLD, told));
                Thread.sleep(random.nextInt(400, 1_300));
                witness.kill();
            }
        }
        assertThat(told).isNotEmpty();
        assertThat(
                        told.stream()
                                .map(note -> Checkpoint.parse(note.text()))
                                .filter(head -> head.size() > 3)
                                .map(
                                        head ->
                                                head.root().equals(TOLD.root(head.size()))
                                                        ? "told"
                                                        : "retold")
                                .distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    private Callable<Void> offering(Running witness, History history, List<Note> told) {
        return () -> {
            long held = 0;
            for (long size = 4; size < 250; size++) {
                var answer = witness.post(hub.request(history, held, Math.max(size, held)));
                if (answer.statusCode() == 409) {
                    held = Long.parseLong(answer.body().strip());
                    size = Math.max(size, held);
                    answer = witness.post(hub.request(history, held, size));
                }
                if (answer.statusCode() == 200) {
                    held = size;
                    synchronized (told) {
                        told.add(hub.note(history, size));
                    }
                }
            }
            return null;
        };
    }

    @Test
    void oneFolderIsOfOneWitnessAtATime() throws Exception {
        try (var first = witness()) {
            assertThatThrownBy(this::witness).hasMessageContaining("21");
            assertThat(first.post(hub.request(TOLD, 0, 1)).statusCode()).isEqualTo(200);
        }
    }
}
