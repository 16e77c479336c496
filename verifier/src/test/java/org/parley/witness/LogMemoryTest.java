package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.witness.FakeHub.TOLD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.InvalidValue;

/// A witness whose folder was damaged: it remembers the last checkpoint, or it does not start.
class LogMemoryTest {

    private static final int STEP = 127;

    @TempDir Path folder;
    final FakeHub hub = new FakeHub();

    @BeforeEach
    void cosignTwice() throws IOException {
        try (var opened = WitnessFolder.open(folder, "north.example")) {
            opened.know(FakeHub.ORIGIN, List.of(hub.key.verifier(), hub.secondKey.verifier()));
            var cosigner = new Cosigner(opened, Clock.systemUTC(), _ -> {}, () -> {});
            for (long size : List.of(1, 2, 5)) {
                cosigner.answer(
                        hub.request(TOLD, size == 1 ? 0 : size == 2 ? 1 : 2, size).getBytes(UTF_8));
            }
        }
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Path place() throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private long remembered() throws IOException {
        try {
            return LogMemory.open(place()).size();
        } catch (InvalidValue damaged) {
            return -1;
        }
    }

    /// The newest text of a copy lies in one of its two slots: whichever byte is spoilt, the other
    /// copy has it still.
    @Test
    void noSpoiltByteTakesTheMemoryBack() throws IOException {
        assertThat(remembered()).isEqualTo(5);
        for (var name : List.of("memory", "memory.copy")) {
            var file = place().resolve(name);
            var whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += STEP) {
                var spoilt = whole.clone();
                spoilt[at] ^= 0x20;
                Files.write(file, spoilt);

                assertThat(remembered()).as("%s at %d", name, at).isEqualTo(5);
            }
            Files.write(file, whole);
        }
    }

    private record Run(int code, String err) {}

    private Run start() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                WitnessCommand.run(
                        new String[] {"--data", folder.toString(), "--port", "0", "--once"},
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return new Run(code, err.toString(UTF_8));
    }

    @Test
    void withADamagedMemoryItDoesNotStartAndSaysSoInOneSentence() throws IOException {
        assertThat(start().code()).isZero();
        for (var name : List.of("memory", "memory.copy")) {
            var file = place().resolve(name);
            var whole = Files.readAllBytes(file);
            for (var damage : List.of(new byte[0], new byte[whole.length], "x".getBytes(UTF_8))) {
                Files.write(file, damage);
                var run = start();

                assertThat(run.code()).isEqualTo(Ended.DAMAGED);
                assertThat(run.err().lines())
                        .singleElement()
                        .asString()
                        .startsWith("The witness's memory of the log parley.example/exercise in ")
                        .contains("does not start, since it could cosign a second history");
            }
            Files.delete(file);
            assertThat(start().code()).isEqualTo(Ended.DAMAGED);
            Files.write(file, whole);
        }
        assertThat(start().code()).isZero();
    }

    @Test
    void withoutItsKeysOrWithSpoiltOnesItDoesNotStart() throws IOException {
        var file = folder.resolve("witness");
        var whole = Files.readString(file);

        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(start().code()).isEqualTo(Ended.DAMAGED);
        Files.delete(file);
        assertThat(start().code()).isEqualTo(Ended.DAMAGED);
        Files.writeString(file, whole);
        assertThat(start().code()).isZero();
    }

    /// The folder of a log went missing as a whole: it is not begun anew.
    @Test
    void aMemoryThatIsGoneIsNotBegunAnew() throws IOException {
        var place = place();
        for (var name : List.of("memory", "memory.copy")) {
            Files.delete(place.resolve(name));
        }
        Files.delete(place);

        assertThat(start().code()).isEqualTo(Ended.DAMAGED);
    }
}
