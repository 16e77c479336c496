package org.parley.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Rebuild;
import org.parley.kernel.id.OperationId;

/// A hub is backed up while it runs, and the file is brought into another hub: damaged, altered,
/// and whole.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupStory {

    private static final OperationId OPERATION = new OperationId(HubUnderTest.OPERATION);
    private static final int HEAD = "parley-backup 1\n".length();
    private static final int TAIL = "\nsha256 ".length() + 64 + 1;

    @TempDir static Path temporary;
    static HubUnderTest first;
    static HubUnderTest second;
    static Path file;

    @BeforeAll
    static void backUp() {
        first = HubUnderTest.start();
        second = HubUnderTest.startEmpty();
        file = temporary.resolve("parley.backup");
        assertThat(say(first.bean(BackupCommand.class), "backup", file)).contains("operations");
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @Test
    @Order(1)
    void aFileThatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> say(first.bean(BackupCommand.class), "backup", file))
                .isInstanceOf(Ended.class)
                .hasMessageContaining("is there already");
    }

    @Test
    @Order(2)
    void aFileThatIsCutShortIsRefused() throws Exception {
        var whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, HEAD, HEAD + 40, whole.length / 2, whole.length - 1}) {
            refused(Arrays.copyOf(whole, length), Exit.FILE_REFUSED);
        }
    }

    @Test
    @Order(3)
    void aFileWithOneBitFlippedIsRefused() throws Exception {
        var random = new Random(20_251_125);
        var whole = Files.readAllBytes(file);
        for (int i = 0; i < 50; i++) {
            var flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            refused(flipped, Exit.FILE_REFUSED);
        }
    }

    @Test
    @Order(4)
    void anotherHistoryUnderARightChecksumIsNotProved() throws Exception {
        var altered = altered("south-relief", "south-rebels");

        refused(altered, Exit.NOT_PROVED);
        assertThat(second.bean(Journal.class).operations()).isEmpty();
    }

    @Test
    @Order(5)
    void theWholeFileBringsTheSameHistoryAndState() {
        var said = say(second.bean(RestoreCommand.class), "restore", file);

        long size = first.bean(Journal.class).now(OPERATION).size();
        assertThat(said).contains("%d statements proved".formatted(size));
        assertThat(second.bean(Journal.class).now(OPERATION).size()).isEqualTo(size);
        assertThat(second.bean(Rebuild.class).run(OPERATION).same()).isTrue();
        var path = "/api/v1/operations/exercise/statements?asOf=" + size;
        assertThat(second.as(HubUnderTest.NORTH).get(path).text())
                .isEqualTo(first.as(HubUnderTest.NORTH).get(path).text());
    }

    @Test
    @Order(6)
    void aHubThatIsNotEmptyIsLeftAlone() {
        assertThatThrownBy(() -> say(second.bean(RestoreCommand.class), "restore", file))
                .isInstanceOf(Ended.class)
                .hasMessageContaining("not empty");
    }

    private static void refused(byte[] bytes, Exit exit) throws Exception {
        var copy = temporary.resolve("copy");
        Files.write(copy, bytes);
        var ended =
                catchThrowableOfType(
                        Ended.class, () -> say(second.bean(RestoreCommand.class), "restore", copy));
        assertThat(ended).isNotNull();
        assertThat(ended.exit()).as(ended.getMessage()).isEqualTo(exit);
    }

    private static byte[] altered(String from, String to) throws Exception {
        var whole = Files.readAllBytes(file);
        var packed = Arrays.copyOfRange(whole, HEAD, whole.length - TAIL);
        String body;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            body = new String(in.readAllBytes(), UTF_8);
        }
        assertThat(body).contains(from);
        var out = new ByteArrayOutputStream();
        out.write(Arrays.copyOf(whole, HEAD));
        try (var in = new GZIPOutputStream(out)) {
            in.write(body.replace(from, to).getBytes(UTF_8));
        }
        var sum = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        out.write(("\nsha256 " + HexFormat.of().formatHex(sum) + "\n").getBytes(UTF_8));
        return out.toByteArray();
    }

    private static String say(Command command, String word, Path file) {
        var answer = new ByteArrayOutputStream();
        var terminal = new Terminal(new PrintStream(answer, true, UTF_8), System.err);
        var order = new org.parley.hub.cli.Order(word, Map.of(), List.of(file.toString()));
        assertThat(command.run(order, terminal)).isEqualTo(Exit.DONE);
        return answer.toString(UTF_8);
    }
}
