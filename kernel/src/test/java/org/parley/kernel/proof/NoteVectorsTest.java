package org.parley.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// golang.org/x/mod/sumdb/note and the examples of C2SP.
class NoteVectorsTest {

    @TestFactory
    Stream<DynamicTest> open() {
        return SharedFiles.json("golang-mod/note_vectors.json").get("open").items().stream()
                .map(v -> dynamicTest(v.get("id").text(), () -> opens(v)));
    }

    private static void opens(Vector v) {
        var keys = v.get("vkeys").items().stream().map(k -> VerifierKey.parse(k.text())).toList();
        var note = v.get("note_b64").base64();
        if (v.get("ok").truth()) {
            assertThat(Note.parse(note).open(keys).stream().map(signed -> signed.key().name()))
                    .isEqualTo(v.get("verified").items().stream().map(Vector::text).toList());
            assertThat(Note.parse(note).format().getBytes(StandardCharsets.UTF_8)).isEqualTo(note);
        } else {
            assertThatThrownBy(() -> Note.parse(note).open(keys))
                    .isInstanceOfAny(InvalidValue.class, Unproven.class);
        }
    }

    @Test
    void verifierKeysAreReadExactly() {
        var keys = SharedFiles.json("golang-mod/note_vectors.json").get("verifier_keys");
        for (var bad : keys.get("bad").items()) {
            assertThatThrownBy(() -> VerifierKey.parse(bad.get("key").text()))
                    .isInstanceOf(InvalidValue.class);
        }
        for (var good : keys.get("good").items()) {
            var text = good.text();
            assertThat(VerifierKey.parse(text)).hasToString(text);
            for (int i = 0; i < text.length(); i++) {
                var shorter = text.substring(0, i);
                var other = shorter + (char) (text.charAt(i) + 1) + text.substring(i + 1);
                assertThatThrownBy(() -> VerifierKey.parse(shorter))
                        .isInstanceOf(InvalidValue.class);
                assertThatThrownBy(() -> VerifierKey.parse(other)).isInstanceOf(InvalidValue.class);
            }
        }
    }

    @Test
    void theExamplesOfTheSpecificationAreRead() {
        var examples = SharedFiles.json("c2sp/spec_examples.json");
        var note = examples.get("signed_note");
        assertThat(
                        Note.parse(note.get("note").text())
                                .open(
                                        java.util.List.of(
                                                VerifierKey.parse(note.get("vkey").text()))))
                .hasSize(1);
        for (var name : java.util.List.of("checkpoint_example", "cosigned_checkpoint_example")) {
            var text = examples.get(name).text();
            assertThat(Note.parse(text).format()).isEqualTo(text);
            var checkpoint = Checkpoint.parse(Note.parse(text).text());
            assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
            assertThat(checkpoint.size()).isEqualTo(20_852_163);
            assertThat(checkpoint.body()).isEqualTo(Note.parse(text).text());
        }
        var body = Note.parse(examples.get("checkpoint_example").text()).text();
        assertThat(SignedMessage.of(KeyKind.COSIGNATURE_V1, "w", body, 1_679_315_147))
                .hasValueSatisfying(
                        bytes ->
                                assertThat(new String(bytes, StandardCharsets.UTF_8))
                                        .isEqualTo(
                                                examples.get("cosigned_message_example").text()));
        assertThat(new Tile(0, 1_234_067, 256).path())
                .isEqualTo("tile/0/" + examples.get("tile_examples").get("index_1234067").text());
    }

    @Test
    void tilesOfTheExamplesAreCounted() {
        var tree =
                SharedFiles.json("c2sp/spec_examples.json").get("tile_examples").get("tree_70000");
        var tiles = Tile.grown(0, 70_000);
        assertThat(tiles.stream().filter(t -> t.level() == 0 && t.isFull()).count())
                .isEqualTo(tree.get("full_l0").number().longValue());
        assertThat(Tile.in(70_000, 0, 273).width())
                .isEqualTo(tree.get("partial_l0").number().intValue());
        assertThat(Tile.in(70_000, 1, 1).width())
                .isEqualTo(tree.get("partial_l1").number().intValue());
        assertThat(Tile.in(70_000, 2, 0).width())
                .isEqualTo(tree.get("partial_l2").number().intValue());
        assertThat(Tile.grown(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    }
}
