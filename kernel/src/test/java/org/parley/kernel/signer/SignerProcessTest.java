package org.parley.kernel.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.durable.MemorySlots;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TileContent;
import org.parley.kernel.proof.TileTree;
import org.parley.kernel.proof.Verified;

class SignerProcessTest {

    static final String ORIGIN = "parley.example/exercise";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    /// One history of a log, told by a letter.
    record History(String letter) {

        List<Hash> leaves(long size) {
            var leaves = new ArrayList<Hash>();
            for (int i = 0; i < size; i++) {
                leaves.add(Rfc6962.leaf(new byte[] {(byte) letter.charAt(0), (byte) i}));
            }
            return leaves;
        }

        Checkpoint at(long size) {
            return new Checkpoint(ORIGIN, size, CompactRange.EMPTY.appendAll(leaves(size)).root());
        }

        ConsistencyProof proof(long from, long to) {
            var tile = TileContent.appended(0, leaves(to), _ -> new byte[0]).getFirst();
            return new TileTree(to, _ -> tile.hashes()).consistencyFrom(from);
        }
    }

    static final History TOLD = new History("a");
    static final History RETOLD = new History("b");

    static SignerAnswer sign(SignerLink link, History history, long size) {
        return link.sign(history.at(size), since -> history.proof(since, size));
    }

    @Test
    void eachGrowthIsSignedWithBothKeysAndStatesTheTime() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            var keys = link.keys(ORIGIN);
            assertThat(keys)
                    .extracting(key -> key.kind())
                    .containsExactly(KeyKind.ED25519, KeyKind.ML_DSA_44);
            for (long size : List.of(0, 1, 2, 7, 40)) {
                var answer = sign(link, TOLD, size);

                assertThat(answer).isInstanceOf(SignerAnswer.Signed.class);
                var note =
                        new Note(TOLD.at(size).body(), ((SignerAnswer.Signed) answer).signatures());
                assertThat(note.open(keys)).extracting(Verified::key).isEqualTo(keys);
                assertThat(note.open(keys).getLast().at()).isPresent();
            }
            assertThat(link.last(ORIGIN))
                    .isEqualTo(new SignerAnswer.Refused(40, TOLD.at(40).root()));
        }
    }

    @Test
    void whatDoesNotExtendTheLastTreeIsRefusedAndTheLastTreeNamed() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            sign(link, TOLD, 10);
            var refused = new SignerAnswer.Refused(10, TOLD.at(10).root());

            assertThat(sign(link, TOLD, 9)).as("rollback").isEqualTo(refused);
            assertThat(sign(link, RETOLD, 10)).as("same size, other root").isEqualTo(refused);
            assertThat(sign(link, RETOLD, 11)).as("another history").isEqualTo(refused);
            assertThat(sign(link, TOLD, 0)).as("nothing").isEqualTo(refused);
            assertThat(link.sign(TOLD.at(12), _ -> TOLD.proof(10, 11)))
                    .as("proof to another size")
                    .isEqualTo(refused);
            assertThat(sign(link, TOLD, 11)).isInstanceOf(SignerAnswer.Signed.class);
        }
    }

    @Test
    void theSameCheckpointGetsTheSameSignaturesAlsoAfterARestart() throws IOException {
        SignerAnswer first;
        try (var link = SignerLink.start(folder, PATIENCE)) {
            first = sign(link, TOLD, 5);
            assertThat(sign(link, TOLD, 5)).isEqualTo(first);
        }
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(sign(link, TOLD, 5)).isEqualTo(first);
            assertThat(sign(link, RETOLD, 6)).isInstanceOf(SignerAnswer.Refused.class);
        }
    }

    @Test
    void killedBetweenRememberingAndAnsweringItGivesTheSameAnswerLater() throws IOException {
        var dying =
                SignerCommand.of(
                        System.getProperty("java.class.path")
                                + System.getProperty("path.separator")
                                + classesOf(SignerProcess.class)
                                + System.getProperty("path.separator")
                                + classesOf(DyingSigner.class),
                        DyingSigner.class.getName(),
                        folder);
        try (var link = SignerLink.start(dying, PATIENCE)) {
            link.keys(ORIGIN);
            assertThat(sign(link, TOLD, 3)).isInstanceOf(SignerAnswer.Away.class);
        }
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(link.last(ORIGIN).lastSize()).isEqualTo(3);
            var answer = sign(link, TOLD, 3);
            assertThat(answer).isInstanceOf(SignerAnswer.Signed.class);
            var note = new Note(TOLD.at(3).body(), ((SignerAnswer.Signed) answer).signatures());
            assertThat(note.open(link.keys(ORIGIN))).hasSize(2);
            assertThat(sign(link, RETOLD, 3)).isInstanceOf(SignerAnswer.Refused.class);
        }
    }

    private static String classesOf(Class<?> type) {
        return Path.of(
                        java.net.URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .resolve(".")
                .toString()
                .replaceFirst("/\\.$", "");
    }

    @Test
    void aSecondSignerOnTheFolderDoesNotStart() throws Exception {
        try (var first = SignerLink.start(folder, PATIENCE)) {
            first.keys(ORIGIN);
            var second =
                    new ProcessBuilder(SignerCommand.ofThisJvm(folder).words())
                            .redirectErrorStream(true)
                            .start();

            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(SignerProcess.TAKEN);
            assertThat(new String(second.getInputStream().readAllBytes()))
                    .contains("another signer holds");
            assertThat(sign(first, TOLD, 1)).isInstanceOf(SignerAnswer.Signed.class);
        }
    }

    @Test
    void aKilledSignerIsAwayUntilReconnected() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            var first = sign(link, TOLD, 2);
            ProcessHandle.of(link.pid()).orElseThrow().destroyForcibly();

            assertThat(sign(link, TOLD, 4)).isInstanceOf(SignerAnswer.Away.class);
            assertThat(link.reconnect()).isTrue();
            assertThat(sign(link, TOLD, 2)).isEqualTo(first);
        }
    }

    @Test
    void keysWithoutMemorySignNothing() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            sign(link, TOLD, 2);
        }
        Files.delete(kept("memory"));

        assertHasLostItsMemory();
    }

    @Test
    void aTornSlotLeavesTheTreeBeforeItAndTwoTornSlotsLeaveNothing() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            sign(link, TOLD, 2); // slots are written in turn: the second, the first, the second
            sign(link, TOLD, 5);
        }
        tear(0);
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(link.last(ORIGIN).lastSize()).isEqualTo(5);
        }
        tear(1);

        assertHasLostItsMemory();
    }

    @Test
    void aTreeWhoseMemoryWasTornWasNeverAnsweredAndIsSignedAfresh() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            sign(link, TOLD, 2);
            sign(link, TOLD, 5);
        }
        tear(1);
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(link.last(ORIGIN).lastSize()).isEqualTo(2);
            assertThat(sign(link, RETOLD, 6)).isInstanceOf(SignerAnswer.Refused.class);
            assertThat(sign(link, TOLD, 6)).isInstanceOf(SignerAnswer.Signed.class);
        }
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(link.last(ORIGIN).lastSize()).isEqualTo(6);
        }
    }

    @Test
    void aMemoryOfTheEarlierFormIsReadAndKeptInTheNewOne() throws IOException {
        SignerAnswer first;
        try (var link = SignerLink.start(folder, PATIENCE)) {
            first = sign(link, TOLD, 5);
        }
        var memory = kept("memory");
        var earlier = memory.resolveSibling("last");
        Files.writeString(earlier, MemorySlots.open(memory).orElseThrow().text());
        Files.delete(memory);
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(sign(link, TOLD, 5)).isEqualTo(first);
            assertThat(sign(link, RETOLD, 6)).isInstanceOf(SignerAnswer.Refused.class);
        }
        assertThat(earlier).doesNotExist();
        assertThat(memory).exists();
    }

    private void assertHasLostItsMemory() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThat(sign(link, RETOLD, 3))
                    .isEqualTo(
                            new SignerAnswer.Away(
                                    ORIGIN + ": the signer has keys but has lost its memory"));
        }
    }

    private Path kept(String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private void tear(int slot) throws IOException {
        var memory = kept("memory");
        var bytes = Files.readAllBytes(memory);
        Arrays.fill(
                bytes,
                slot * MemorySlots.SLOT_BYTES + 512,
                slot * MemorySlots.SLOT_BYTES + 1024,
                (byte) 0);
        Files.write(memory, bytes);
    }

    @Test
    void onlyTheOwnerCanReadWhatItKeeps() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            sign(link, TOLD, 2);
        }
        for (var file : List.of(kept("keys"), kept("memory"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aHungSignerIsAwayWithinPatienceAndTheNextOneGoesOn() throws Exception {
        try (var link = SignerLink.start(folder, Duration.ofSeconds(2))) {
            var first = sign(link, TOLD, 2);
            stop(link.pid());
            long from = System.nanoTime();

            assertThat(sign(link, TOLD, 4)).isInstanceOf(SignerAnswer.Away.class);
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(10));
            assertThat(link.reconnect()).isTrue();
            assertThat(sign(link, TOLD, 2)).isEqualTo(first);
            assertThat(sign(link, TOLD, 4)).isInstanceOf(SignerAnswer.Signed.class);
        }
    }

    private static void stop(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor())
                .isZero();
    }

    @Test
    void originsAreApartAndManyThreadsMayAsk() throws Exception {
        try (var link = SignerLink.start(folder, PATIENCE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<SignerAnswer>>();
            for (int i = 0; i < 20; i++) {
                var origin = "parley.example/" + i % 4;
                long size = 1 + i / 4;
                var told = new Checkpoint(origin, size, TOLD.at(size).root());
                answers.add(
                        threads.submit(() -> link.sign(told, since -> TOLD.proof(since, size))));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isNotInstanceOf(SignerAnswer.Away.class);
            }
            assertThat(link.keys("parley.example/1")).isNotEqualTo(link.keys("parley.example/2"));
        }
    }

    @Test
    void whatItCannotReadItSaysSo() throws IOException {
        try (var link = SignerLink.start(folder, PATIENCE)) {
            assertThatThrownBy(() -> link.keys("two words")).isInstanceOf(IOException.class);
            assertThat(sign(link, TOLD, 1)).isInstanceOf(SignerAnswer.Signed.class);
        }
    }
}
