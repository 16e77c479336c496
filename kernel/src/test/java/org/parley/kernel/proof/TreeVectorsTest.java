package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.SharedFiles;
import org.parley.kernel.SharedFiles.Vector;

/// The published vectors of RFC 6962 and of transparency-dev/merkle. Its subtree sets are not run:
/// Parley makes no subtree proofs. One good case there has a root of 12 bytes, which a [Hash]
/// cannot have, so it is refused here.
class TreeVectorsTest {

    private static final String ROOT_OF_12_BYTES = "sizes are equal (one) and proof is empty";

    @Test
    void theReferenceTreeHasItsPublishedRoots() {
        var vectors = SharedFiles.json("rfc6962/reference_tree.json");
        var roots = vectors.get("root_hashes_hex_by_size").items();
        var range = CompactRange.EMPTY;
        for (int size = 0; size < roots.size(); size++) {
            assertThat(range.root().hex()).isEqualTo(roots.get(size).text());
            if (size < roots.size() - 1) {
                var leaf = vectors.get("leaf_inputs_hex").items().get(size).hex();
                range = range.append(Rfc6962.leaf(leaf));
            }
        }
        var leaf = vectors.get("hasher").items().get(2);
        assertThat(Rfc6962.leaf(leaf.get("leaf_ascii").text().getBytes(US_ASCII)).hex())
                .isEqualTo(leaf.get("hash").text());
    }

    @TestFactory
    List<DynamicTest> inclusion() throws IOException {
        return cases("inclusion", 98, TreeVectorsTest::includes);
    }

    @TestFactory
    List<DynamicTest> consistency() throws IOException {
        return cases("consistency", 98, TreeVectorsTest::isConsistent);
    }

    private static boolean includes(Vector v) {
        return new InclusionProof(
                        v.get("leafIdx").number().longValueExact(),
                        v.get("treeSize").number().longValueExact(),
                        path(v))
                .proves(Hash.of(v.get("leafHash").base64()), Hash.of(v.get("root").base64()));
    }

    private static boolean isConsistent(Vector v) {
        return new ConsistencyProof(
                        v.get("size1").number().longValueExact(),
                        v.get("size2").number().longValueExact(),
                        path(v))
                .proves(Hash.of(v.get("root1").base64()), Hash.of(v.get("root2").base64()));
    }

    private static List<Hash> path(Vector v) {
        return v.get("proof").items().stream().map(hash -> Hash.of(hash.base64())).toList();
    }

    private interface Check {
        boolean holds(Vector vector);
    }

    private static List<DynamicTest> cases(String kind, int count, Check check) throws IOException {
        var folder = SharedFiles.vectors("transparency-dev-merkle/testdata/" + kind);
        var tests = new ArrayList<DynamicTest>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .forEach(file -> tests.add(test(folder, file, check)));
        }
        assertThat(tests).hasSize(count);
        return tests;
    }

    private static DynamicTest test(Path folder, Path file, Check check) {
        var vector = SharedFiles.json(file);
        return dynamicTest(
                folder.relativize(file) + ": " + vector.get("desc").text(),
                () -> assertThat(accepts(check, vector)).isEqualTo(holds(vector)));
    }

    private static boolean holds(Vector vector) {
        return !vector.get("wantErr").truth()
                && !vector.get("desc").text().equals(ROOT_OF_12_BYTES);
    }

    private static boolean accepts(Check check, Vector vector) {
        try {
            return check.holds(vector);
        } catch (InvalidValue | ArithmeticException refused) {
            return false;
        }
    }
}
