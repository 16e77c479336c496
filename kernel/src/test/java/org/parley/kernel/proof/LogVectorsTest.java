package org.parley.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// Whole logs and their parts: Tessera's small log, Go's checksum database, sigstore's checkpoints.
class LogVectorsTest {

    private static final VerifierKey TESSERA =
            VerifierKey.parse(
                    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    private final Path log;

    LogVectorsTest() {
        this.log = SharedFiles.vectors("transparency-dev-tessera/testdata/log");
    }

    private byte[] read(String file) {
        try {
            return Files.readAllBytes(log.resolve(file));
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }

    private Checkpoint checkpoint(int size) {
        var accepted =
                Policy.ofLog(List.of(TESSERA)).accept(Note.parse(read("checkpoint." + size)));
        assertThat(accepted.checkpoint().size()).isEqualTo(size);
        return accepted.checkpoint();
    }

    private List<Hash> leaves(int size) {
        return EntryBundle.parse(read(Tile.entriesPath(0, size))).stream()
                .map(Rfc6962::leaf)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyCheckpointOfTesserasLogIsThatOfItsEntriesAndTiles() {
        return IntStream.rangeClosed(0, 15)
                .mapToObj(size -> dynamicTest("checkpoint." + size, () -> isWhole(size)));
    }

    private void isWhole(int size) {
        var head = checkpoint(size);
        if (size == 0) {
            assertThat(head.root()).isEqualTo(Rfc6962.EMPTY_ROOT);
            return;
        }
        var tile = read(new Tile(0, 0, size).path());
        assertThat(hashes(tile)).isEqualTo(leaves(size));
        assertThat(CompactRange.EMPTY.appendAll(leaves(size)).root()).isEqualTo(head.root());
        var tree = new TileTree(size, _ -> tile);
        assertThat(tree.root()).isEqualTo(head.root());
        for (int index = 0; index < size; index++) {
            assertThat(tree.inclusion(index).proves(leaves(size).get(index), head.root())).isTrue();
        }
        for (int older = 1; older <= size; older++) {
            assertThat(tree.consistencyFrom(older).proves(checkpoint(older).root(), head.root()))
                    .isTrue();
        }
    }

    private static List<Hash> hashes(byte[] tile) {
        var all = new ArrayList<Hash>();
        for (int at = 0; at < tile.length; at += Hash.BYTES) {
            all.add(Hash.at(tile, at));
        }
        return all;
    }

    @Test
    void entryBundlesAreWrittenAsTheyWereRead() {
        for (int size = 1; size <= 15; size++) {
            var bundle = read(Tile.entriesPath(0, size));
            assertThat(EntryBundle.format(EntryBundle.parse(bundle))).isEqualTo(bundle);
            for (int cut = 1; cut < bundle.length; cut++) {
                var shorter = java.util.Arrays.copyOf(bundle, cut);
                assertThat(isCutShortOrSmaller(shorter, size)).isTrue();
            }
        }
    }

    private static boolean isCutShortOrSmaller(byte[] bundle, int entries) {
        try {
            return EntryBundle.parse(bundle).size() < entries;
        } catch (InvalidValue cutShort) {
            return true;
        }
    }

    @Test
    void theNumbersOfGosChecksumDatabase() {
        var v = SharedFiles.json("golang-mod/tlog_vectors.json");

        assertThat(Rfc6962.EMPTY_ROOT.hex()).isEqualTo(v.get("empty_tree_root_hex").text());
        var record = v.get("record_hash");
        assertThat(Rfc6962.leaf(record.get("data").text().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Hash.parse(record.get("hash_b64").text()));
        var note = v.get("tree_note");
        var read = Checkpoint.parse(note.get("text").text());
        assertThat(read.size()).isEqualTo(note.get("size").number().longValueExact());
        assertThat(read.body()).isEqualTo(note.get("text").text());
    }

    /// The first of Go's bad notes is bad by its name alone, which for us is a policy's affair.
    @TestFactory
    Stream<DynamicTest> treeNotesThatAreRefused() {
        return SharedFiles.json("golang-mod/tlog_vectors.json")
                .get("tree_note")
                .get("bad")
                .items()
                .stream()
                .map(Vector::text)
                .map(
                        bad ->
                                dynamicTest(
                                        bad.lines().limit(2).toList().toString(),
                                        () -> isRefused(bad)));
    }

    private static void isRefused(String bad) {
        if (bad.startsWith("not-go.sum")) {
            assertThat(Checkpoint.parse(bad).origin()).isNotEqualTo("go.sum database tree");
        } else {
            assertThatThrownBy(() -> Checkpoint.parse(bad)).isInstanceOf(InvalidValue.class);
        }
    }

    /// Go's paths begin with the tile's height, which for us is always 8.
    @TestFactory
    Stream<DynamicTest> tilePaths() {
        return SharedFiles.json("golang-mod/tlog_vectors.json").get("tile_paths").items().stream()
                .map(v -> dynamicTest(v.get("path").text(), () -> isReadAsTile(v)));
    }

    private static void isReadAsTile(Vector v) {
        var path = v.get("path").text().replaceFirst("^tile/[0-9]+/", "tile/");
        if (v.get("tile").items().isEmpty() || v.get("path").text().contains("data")) {
            assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(InvalidValue.class);
            return;
        }
        var tile = v.get("tile").items().stream().map(n -> n.number().longValueExact()).toList();
        int fullThere = 1 << tile.get(0).intValue();
        var read = Tile.parse(path);
        assertThat(read.level()).isEqualTo(tile.get(1).intValue());
        assertThat(read.index()).isEqualTo(tile.get(2));
        long width = tile.get(3);
        assertThat((long) read.width()).isEqualTo(width == fullThere ? Tile.FULL : width);
        assertThat(read.path()).isEqualTo(path);
    }

    /// Go's own counts are for tiles of height 10, which tlog-tiles does not have.
    @Test
    void aTreeThatGrowsGetsTheTilesThatChanged() {
        assertThat(Tile.grown(1, 1)).isEmpty();
        assertThat(Tile.grown(100, 101)).hasSize(1);
        assertThat(Tile.grown(255, 257)).hasSize(3);
    }

    private static final Path SIGSTORE =
            Path.of("sigstore-java/src/test/resources/dev/sigstore/samples/checkpoints");

    @TestFactory
    Stream<DynamicTest> checkpointsOfSigstore() throws IOException {
        var folder = SharedFiles.vectors("sigstore-java").resolve(SIGSTORE);
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSize(9);
        return files.stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> isJudged(file)));
    }

    /// Sigstore's signature with a key id and little else is a line of unknown kind for a reader
    /// without its key, so it is read there and counts for nothing.
    private static void isJudged(Path file) throws IOException {
        var name = file.getFileName().toString();
        var bytes = Files.readAllBytes(file);
        if (name.startsWith("valid")) {
            var note = Note.parse(bytes);
            assertThat(note.format().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
            var head = Checkpoint.parse(note.text());
            assertThat(head.body()).isEqualTo(note.text());
            assertThat(note.signatures()).hasSize(name.contains("multi") ? 2 : 1);
        } else {
            assertThatThrownBy(() -> Checkpoint.parse(Note.parse(bytes).text()))
                    .as(name)
                    .isInstanceOf(InvalidValue.class);
        }
    }
}
