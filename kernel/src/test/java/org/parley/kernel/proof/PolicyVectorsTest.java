package org.parley.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// Sigsum's policies. It writes bare keys where C2SP writes `name+id+key`, so each key there stands
/// for one that is made here.
class PolicyVectorsTest {

    private static final String FILE = "sigsum-go/policy_vectors.json";

    private final Map<String, SigningKey> made = new HashMap<>();

    private VerifierKey key(KeyKind kind, String bareKey) {
        return made.computeIfAbsent(
                        kind + bareKey,
                        _ -> SigningKey.generate(kind + "-" + bareKey.substring(0, 8), kind))
                .verifier();
    }

    @TestFactory
    Stream<DynamicTest> quorums() {
        var tests = new ArrayList<DynamicTest>();
        for (var v : SharedFiles.json(FILE).get("quorum").items()) {
            var policy = Policy.parse(v.has("policy") ? ours(v.get("policy").text()) : byRule(v));
            for (var c : v.get("cases").items()) {
                var witnesses = c.get("witnesses").items().stream().map(Vector::text).toList();
                tests.add(
                        dynamicTest(
                                witnesses.toString(),
                                () ->
                                        assertThat(policy.isSatisfiedBy(Set.copyOf(witnesses)))
                                                .isEqualTo(c.get("sufficient").truth())));
            }
        }
        assertThat(tests).hasSize(23);
        return tests.stream();
    }

    /// The second policy is described, not written out.
    private String byRule(Vector v) {
        assertThat(v.get("rule").text())
                .isEqualTo(
                        "group A-group 1 A1 A2 A3 / group B-group 2 B1 B2 B3 / group G any"
                                + " A-group B-group / quorum G");
        var text = new StringBuilder();
        for (var name : List.of("A1", "A2", "A3", "B1", "B2", "B3")) {
            var bare = HexFormat.of().formatHex(name.repeat(16).getBytes(StandardCharsets.UTF_8));
            text.append("witness ").append(name).append(' ');
            text.append(key(KeyKind.COSIGNATURE_V1, bare)).append('\n');
        }
        return text + v.get("rule").text().replace(" / ", "\n") + "\n";
    }

    /// With each bare key of 64 hexadecimal digits replaced.
    private String ours(String policy) {
        var lines = new ArrayList<String>();
        for (var line : policy.split("\n", -1)) {
            var words = new ArrayList<String>();
            var kind = line.strip().startsWith("log") ? KeyKind.ED25519 : KeyKind.COSIGNATURE_V1;
            for (var word : line.split("(?<=[ \t])|(?=[ \t])")) {
                words.add(word.matches("[0-9a-fA-F]{64}") ? key(kind, word).toString() : word);
            }
            lines.add(String.join("", words));
        }
        return String.join("\n", lines);
    }

    @TestFactory
    Stream<DynamicTest> policiesThatAreRefused() {
        var refused = SharedFiles.json(FILE).get("must_reject").items();
        assertThat(refused).hasSize(13);
        return refused.stream().map(v -> dynamicTest(v.get("id").text(), () -> isRefused(v)));
    }

    /// Refused for its own reason: a missing quorum line is added where that is not the point.
    private void isRefused(Vector v) {
        var id = v.get("id").text();
        var policy = ours(v.get("policy").text());
        boolean lacks = !policy.contains("quorum");
        var whole =
                lacks && !id.equals("missing-quorum") && !id.equals("empty")
                        ? policy + "quorum none\n"
                        : policy;
        assertThatThrownBy(() -> Policy.parse(whole)).isInstanceOf(InvalidValue.class);
    }
}
