package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// Receipts: the texts of transparency-dev/formats, and whole receipts over Tessera's log with two
/// witnesses, each bit of them flipped.
class ReceiptVectorsTest {

    private static final String FORMATS =
            "transparency-dev-formats/proof_and_checkpoint_vectors.json";
    private static final String DERIVED = "derived/tlog_proofs.json";

    @TestFactory
    Stream<DynamicTest> receiptsThatAreWritten() {
        return SharedFiles.json(FORMATS).get("tlog_proof_marshal").items().stream()
                .map(v -> dynamicTest(v.get("id").text(), () -> isWritten(v)));
    }

    @SuppressWarnings("NullAway") // it reads the record's nullable array as never null
    private static void isWritten(Vector v) {
        var proof =
                new TlogProof(
                        extra(v),
                        v.get("index").number().longValueExact(),
                        v.get("hashes").items().stream().map(h -> Hash.parse(h.text())).toList(),
                        v.get("checkpoint").text());

        assertThat(proof.format()).isEqualTo(v.get("text").text());
        assertThat(TlogProof.parse(proof.format()).format()).isEqualTo(proof.format());
    }

    private static byte @Nullable [] extra(Vector v) {
        if (v.has("extra_b64")) {
            return v.get("extra_b64").base64();
        }
        return null;
    }

    @TestFactory
    Stream<DynamicTest> receiptsThatAreRefused() {
        return SharedFiles.json(FORMATS).get("tlog_proof_must_reject").items().stream()
                .map(
                        v ->
                                dynamicTest(
                                        v.get("id").text(),
                                        () ->
                                                assertThatThrownBy(
                                                                () -> TlogProof.parse(refused(v)))
                                                        .isInstanceOf(InvalidValue.class)));
    }

    /// The longest one is described, not written out.
    private static String refused(Vector v) {
        if (v.has("text")) {
            return v.get("text").text();
        }
        var repeat = v.get("repeat").items();
        return v.get("text_prefix").text()
                + repeat.get(0).text().repeat(repeat.get(1).number().intValueExact())
                + v.get("text_suffix").text();
    }

    /// Both good ones have hashes that are not of 32 bytes, which the Go parser lets pass and
    /// nothing that is to be proved may; with such a hash put in, they are read.
    @TestFactory
    Stream<DynamicTest> checkpointBodies() {
        return SharedFiles.json(FORMATS).get("checkpoint_body").items().stream()
                .map(v -> dynamicTest(v.get("id").text(), () -> isRead(v)));
    }

    private static void isRead(Vector v) {
        var text = v.get("text").text();
        if (!v.get("ok").truth()) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(InvalidValue.class);
            return;
        }
        var lines = text.split("\n", -1);
        if (java.util.Base64.getDecoder().decode(lines[2]).length != Hash.BYTES) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(InvalidValue.class);
            lines[2] = Rfc6962.EMPTY_ROOT.base64();
        }
        var whole = String.join("\n", lines);
        assertThat(Checkpoint.parse(whole).body()).isEqualTo(whole);
    }

    private static Hash leaf(Vector v) {
        return Rfc6962.leaf(v.get("leaf_ascii").text().getBytes(US_ASCII));
    }

    @Test
    void allReceiptsOverTheLogOfTesseraHold() {
        var vectors = SharedFiles.json(DERIVED);
        var policy = Policy.parse(vectors.get("policy").text());
        var receipts = vectors.get("must_verify").items();
        for (var v : receipts) {
            var logged = TlogProof.parse(v.get("tlog_proof").text()).check(leaf(v), policy);

            assertThat(logged.index()).isEqualTo(v.get("index").number().longValueExact());
            assertThat(logged.by().notAfter().orElseThrow().at().getEpochSecond())
                    .as("the quorum is complete with the later of the two")
                    .isEqualTo(1_767_225_601);
        }
        assertThat(receipts).hasSize(15);
    }

    @Test
    void noneHoldsForAnotherLeafOrUnderAnotherPolicy() {
        var vectors = SharedFiles.json(DERIVED);
        var policy = Policy.parse(vectors.get("policy").text());
        var receipts = vectors.get("must_verify").items();
        for (int i = 0; i < receipts.size(); i++) {
            var receipt = TlogProof.parse(receipts.get(i).get("tlog_proof").text());
            var other = leaf(receipts.get((i + 1) % receipts.size()));
            assertThatThrownBy(() -> receipt.check(other, policy)).isInstanceOf(Unproven.class);
            var stranger = SigningKey.generate("example.com/log/testdata", KeyKind.ED25519);
            var own = leaf(receipts.get(i));
            assertThatThrownBy(
                            () ->
                                    receipt.check(
                                            own,
                                            Policy.ofLog(java.util.List.of(stranger.verifier()))))
                    .isInstanceOf(Unproven.class);
        }
    }

    /// The 5,088 flips of the vectors' README and those of its leaf.
    @Test
    void everySingleBitFlipOfAReceiptIsRejected() {
        var vectors = SharedFiles.json(DERIVED);
        var policy = Policy.parse(vectors.get("policy").text());
        var v = vectors.get("must_verify").items().get(6);
        var receipt = v.get("tlog_proof").text().getBytes(UTF_8);
        var leaf = leaf(v);
        assertThat(accepts(receipt, leaf, policy)).isTrue();

        assertThat(
                        IntStream.range(0, receipt.length * 8)
                                .parallel()
                                .filter(bit -> accepts(flipped(receipt, bit), leaf, policy))
                                .boxed())
                .isEmpty();
        assertThat(receipt.length * 8).isGreaterThanOrEqualTo(5_088);
        for (int bit = 0; bit < Hash.BYTES * 8; bit++) {
            var other = Hash.of(flipped(leaf.bytes(), bit));
            assertThat(accepts(receipt, other, policy)).isFalse();
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        var other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static boolean accepts(byte[] receipt, Hash leaf, Policy policy) {
        try {
            TlogProof.parse(new String(receipt, UTF_8)).check(leaf, policy);
            return true;
        } catch (InvalidValue | Unproven rejected) {
            return false;
        }
    }

    @Test
    void everyTruncationOfAReceiptIsRejected() {
        var vectors = SharedFiles.json(DERIVED);
        var policy = Policy.parse(vectors.get("policy").text());
        var accepted = new ArrayList<Integer>();
        for (var v : vectors.get("must_verify").items()) {
            var receipt = v.get("tlog_proof").text();
            for (int length = 0; length < receipt.length(); length++) {
                var shorter = receipt.substring(0, length).getBytes(UTF_8);
                if (accepts(shorter, leaf(v), policy)) {
                    accepted.add(length);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }
}
