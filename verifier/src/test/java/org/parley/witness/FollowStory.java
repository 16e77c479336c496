package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.witness.FakeHub.ORIGIN;
import static org.parley.witness.FakeHub.TOLD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.VerifierKey;
import org.parley.witness.FakeHub.History;

/// Witnesses that go to the hub, and what they and those who compare find out about a hub that
/// lies.
class FollowStory {

    /// Parts from what was told after 260 statements, beyond the first full tile.
    static final History RETOLD = new History("b", 260);

    @TempDir Path folder;
    final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                WitnessCommand.run(
                        words,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Run look(String witness, String url) {
        return run(
                "--data",
                folder.resolve(witness).toString(),
                "--name",
                witness + ".example",
                "--log",
                hub.key.verifier().toString(),
                "--log",
                hub.secondKey.verifier().toString(),
                "--follow",
                url,
                "--once");
    }

    private Run compare(String... words) {
        var all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(words));
        all.addAll(List.of("--evidence", folder.resolve("found").toString()));
        return run(all.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void itFetchesChecksCosignsAndBringsItsCosignatures() {
        for (long size : List.of(1L, 200L, 200L, 700L, 70_000L)) {
            var run = look("north", hub.shows("a", TOLD, size));

            assertThat(run.code()).as(run.err()).isZero();
            var keys = run.out().lines().map(VerifierKey::parse).toList();
            var brought = Note.parse(hub.brought.getLast());
            assertThat(brought.text()).isEqualTo(hub.note(TOLD, size).text());
            assertThat(brought.open(keys)).hasSize(2);
        }
    }

    @Test
    void aHubThatDoesNotTakeTheCosignatureGetsItWithTheNextLook() {
        hub.refuses = 503;
        assertThat(look("north", hub.shows("a", TOLD, 5)).code()).isEqualTo(Ended.NOT_TOLD);
        hub.refuses = 0;
        assertThat(look("north", hub.shows("a", TOLD, 5)).code()).isZero();

        assertThat(hub.brought.getFirst()).isEqualTo(hub.brought.getLast());
    }

    @Test
    void aForkIsReportedInOneSentenceAndBothCheckpointsAreKept() throws IOException {
        look("north", hub.shows("a", TOLD, 300));
        var run = look("north", hub.shows("a", RETOLD, 400));

        assertThat(run.code()).isEqualTo(Ended.TWO_HISTORIES);
        assertThat(run.err())
                .contains(
                        ("The log %s shows two histories: it has signed 300 statements with root"
                                        + " %s, and 400 statements with root %s, whose first 300"
                                        + " have root %s.")
                                .formatted(
                                        ORIGIN,
                                        TOLD.root(300),
                                        RETOLD.root(400),
                                        RETOLD.root(300)));
        Path kept;
        try (var all = Files.list(folder.resolve("north").resolve("evidence"))) {
            kept = all.findFirst().orElseThrow();
        }
        var keys = List.of(hub.key.verifier(), hub.secondKey.verifier());
        for (var name : List.of("first.checkpoint", "second.checkpoint")) {
            assertThat(Note.parse(Files.readString(kept.resolve(name))).open(keys)).hasSize(2);
        }
        assertThat(hub.brought).hasSize(1);
        assertThat(look("north", hub.shows("a", TOLD, 400)).code())
                .as("of the history that it cosigned it goes on")
                .isZero();
    }

    @Test
    void aForkOfTheSameSizeNeedsNoTiles() {
        look("north", hub.shows("a", TOLD, 300));

        assertThat(look("north", hub.shows("a", RETOLD, 300)).err())
                .contains("it has signed 300 statements with root " + TOLD.root(300))
                .contains("and 300 statements with root " + RETOLD.root(300));
    }

    @Test
    void aHistoryThatIsTakenBackIsNotCosigned() {
        look("north", hub.shows("a", TOLD, 300));
        var run = look("north", hub.shows("a", TOLD, 200));

        assertThat(run.code()).isEqualTo(Ended.NOT_TOLD);
        assertThat(run.err()).contains("shows 200 statements, and 300 were cosigned before");
    }

    /// Each witness sees a log that only grows. Comparing what they remember is what finds it out.
    @Test
    void twoHistoriesForTwoWitnessesAreCaughtWhenTheyCompare() throws IOException {
        assertThat(look("north", hub.shows("a", TOLD, 300)).code()).isZero();
        assertThat(look("south", hub.shows("b", RETOLD, 300)).code()).isZero();
        assertThat(look("north", hub.shows("a", TOLD, 320)).code()).isZero();
        var other = hub.shows("b", RETOLD, 400);
        assertThat(look("south", other).code()).isZero();

        assertThat(compare(at("north"), at("south")).code())
                .as("without the log's tiles it cannot be told")
                .isEqualTo(Ended.NOT_TOLD);
        var found = compare(at("north"), at("south"), "--url", other);

        assertThat(found.code()).isEqualTo(Ended.TWO_HISTORIES);
        assertThat(found.err())
                .contains(TOLD.root(320).base64())
                .contains(RETOLD.root(320).base64())
                .contains(RETOLD.root(400).base64());
        assertThat(folder.resolve("found")).isNotEmptyDirectory();
    }

    @Test
    void oneHistoryIsFoundToBeOneByFoldersFilesAndReceipts() throws IOException {
        var url = hub.shows("a", TOLD, 300);
        look("north", url);
        hub.shows("a", TOLD, 400);
        look("south", url);
        Files.writeString(folder.resolve("sent"), run("show", "--data", at("north")).out());

        assertThat(compare(at("north"), at("south"), "--url", url).out())
                .contains("The 400 statements of " + ORIGIN)
                .contains("begin with the 300");
        assertThat(compare(at("sent"), at("north")).out()).contains("hold the same 300");
        assertThat(compare(at("sent"), at("sent")).code())
                .as("nobody said which keys are the log's")
                .isEqualTo(Ended.NOT_TOLD);
        assertThat(compare(at("sent"), at("sent"), "--log", hub.key.verifier().toString()).code())
                .isZero();
    }

    @Test
    void tilesThatDoNotMakeUpTheSignedRootAreNotCosigned() {
        var broken = new History("c", 0);
        var url = hub.shows("a", TOLD, 10);
        look("north", url);
        hub.shows("a", broken, 12);
        var lying = hub.note(TOLD, 12); // signed for one history, tiles of another
        var finding = Histories.between(hub.note(TOLD, 10), lying, ShownLog.at(url));

        assertThat(finding).isInstanceOf(Histories.Finding.NotShown.class);
        assertThat(Histories.whyNot(lying, ShownLog.at(url))).isPresent();
        assertThat(Checkpoint.parse(lying.text()).size()).isEqualTo(12);
    }
}
