package org.parley.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// Wycheproof and CCTV: what the JDK's signatures accept, and that the rule for keys leaves nothing
/// to disagree about.
class SignatureVectorsTest {

    private static final String WYCHEPROOF = "wycheproof/testvectors_v1/";

    /// What one file's cases came to.
    private static final class Tally {
        final List<String> wrong = new ArrayList<>();
        int run;
        int left;
    }

    @Test
    void ed25519OfWycheproof() {
        var tally = new Tally();
        for (var group : groups("ed25519_test.json")) {
            var key = key(KeyKind.ED25519, group.get("publicKey").get("pk").hex());
            for (var test : group.get("tests").items()) {
                run(tally, key, test);
            }
        }

        assertThat(tally.wrong).isEmpty();
        assertThat(tally.run).isEqualTo(151);
    }

    /// Cases with a context string are of another signature scheme than ours, and two groups have a
    /// key of a length that no key can have: those must be refused as keys.
    @Test
    void mlDsa44OfWycheproof() {
        var tally = new Tally();
        for (var group : groups("mldsa_44_verify_test.json")) {
            var bytes = group.get("publicKey").hex();
            for (var test : group.get("tests").items()) {
                if (test.has("ctx")) {
                    tally.left++;
                } else if (bytes.length != 1312) {
                    assertThat(test.get("result").text()).isEqualTo("invalid");
                    assertThat(isRefused(KeyKind.ML_DSA_44, bytes)).isTrue();
                    tally.run++;
                } else {
                    run(tally, key(KeyKind.ML_DSA_44, bytes), test);
                }
            }
        }

        assertThat(tally.wrong).isEmpty();
        assertThat(tally.run + tally.left).isEqualTo(180);
        assertThat(tally.left).as("cases with a context string").isEqualTo(8);
    }

    private static void run(Tally tally, VerifierKey key, Vector test) {
        tally.run++;
        boolean accepted = key.verifies(test.get("msg").hex(), test.get("sig").hex());
        boolean valid = test.get("result").text().equals("valid");
        if (accepted != valid) {
            tally.wrong.add(test.get("tcId").number() + " " + test.get("comment").text());
        }
    }

    /// Of 914 signatures 36 are judged differently by OpenSSL and the JDK, all by keys that are not
    /// canonical or of small order. Whoever comes past [KeySafety] has a key of prime order, about
    /// whose signatures verifiers agree.
    @Test
    void keysOverWhichVerifiersDisagreeAreRefused() {
        int refused = 0;
        int kept = 0;
        for (var vector : SharedFiles.json("cctv/ed25519/ed25519vectors.json").items()) {
            var flags = vector.get("flags").items().stream().map(Vector::text).toList();
            boolean odd =
                    flags.contains("low_order_A")
                            || flags.contains("low_order_component_A")
                            || flags.contains("non_canonical_A");
            assertThat(isRefused(KeyKind.ED25519, vector.get("key").hex()))
                    .as("vector %s with %s", vector.get("number").number(), flags)
                    .isEqualTo(odd);
            refused += odd ? 1 : 0;
            kept += odd ? 0 : 1;
        }

        assertThat(refused + kept).isEqualTo(914);
        assertThat(refused).isGreaterThanOrEqualTo(36);
    }

    private static boolean isRefused(KeyKind kind, byte[] key) {
        try {
            key(kind, key);
            return false;
        } catch (InvalidValue refused) {
            return true;
        }
    }

    private static VerifierKey key(KeyKind kind, byte[] bytes) {
        return VerifierKey.of("vector", kind, bytes);
    }

    private static List<Vector> groups(String file) {
        return SharedFiles.json(WYCHEPROOF + file).get("testGroups").items();
    }

    @Test
    void theKeysOfWycheproofAreReadFromTheirTextForm() {
        for (var group : groups("ed25519_test.json")) {
            var key = key(KeyKind.ED25519, group.get("publicKey").get("pk").hex());
            assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
            assertThat(HexFormat.of().formatHex(key.keyBytes()))
                    .isEqualTo(group.get("publicKey").get("pk").text());
        }
    }
}
