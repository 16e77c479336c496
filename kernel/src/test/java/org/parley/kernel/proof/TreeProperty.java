package org.parley.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TreeProperty {

    private static final long SEED = 6_962;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void theCompactRangeHasTheRootOfTheWholeTree() {
        var range = CompactRange.EMPTY;
        for (int size = 0; size <= 300; size++) {
            assertThat(range.root()).as("size %d", size).isEqualTo(Leaves.root(Leaves.first(size)));
            assertThat(CompactRange.of(range.bytes())).isEqualTo(range);
            range = range.append(Leaves.leaf(size));
        }
    }

    @Test
    void everyInclusionProofHoldsAndNoAlteredOneDoes() {
        for (int size = 1; size < 100; size++) {
            var leaves = Leaves.first(size);
            var root = Leaves.root(leaves);
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, Leaves.source(leaves));
                var leaf = leaves.get(index);

                assertThat(proof.proves(leaf, root)).isTrue();
                for (var altered : altered(proof.path())) {
                    assertThat(new InclusionProof(index, size, altered).proves(leaf, root))
                            .as("index %d of %d", index, size)
                            .isFalse();
                }
                int other = (index + 1) % size;
                if (size > 1) {
                    assertThat(new InclusionProof(other, size, proof.path()).proves(leaf, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsAndNoAlteredOneDoes() {
        for (int to = 1; to < 80; to++) {
            var leaves = Leaves.first(to);
            var newRoot = Leaves.root(leaves);
            for (int from = 1; from <= to; from++) {
                var oldRoot = Leaves.root(leaves.subList(0, from));
                var proof = ConsistencyProof.of(from, to, Leaves.source(leaves));

                assertThat(proof.proves(oldRoot, newRoot)).as("%d to %d", from, to).isTrue();
                assertThat(proof.proves(Leaves.leaf(999), newRoot)).isFalse();
                assertThat(proof.proves(oldRoot, Leaves.leaf(999))).isFalse();
                for (var altered : altered(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, altered).proves(oldRoot, newRoot))
                            .as("%d to %d", from, to)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void tilesWrittenBatchByBatchGiveTheProofsOfTheWholeTree() {
        var leaves = Leaves.first(70_000);
        Map<String, byte[]> kept = new HashMap<>();
        TileSource source =
                tile -> Objects.requireNonNull(kept.get(tile.level() + "/" + tile.index()));
        var range = CompactRange.EMPTY;
        var batches = new ArrayList<Integer>();
        while (range.size() < leaves.size()) {
            int batch = (int) Math.min(leaves.size() - range.size(), random.nextInt(1, 700));
            batches.add(batch);
            var added = leaves.subList((int) range.size(), (int) range.size() + batch);
            var changed = TileContent.appended(range.size(), added, source);
            assertThat(changed.stream().map(TileContent::tile))
                    .isEqualTo(Tile.grown(range.size(), range.size() + batch));
            changed.forEach(t -> kept.put(t.tile().level() + "/" + t.tile().index(), t.hashes()));
            range = range.appendAll(added);
        }
        var tree = new TileTree(range.size(), source);
        assertThat(tree.root()).as("seed %d", SEED).isEqualTo(range.root());
        for (int i = 0; i < 300; i++) {
            long size = random.nextLong(1, range.size() + 1);
            long index = random.nextLong(size);
            var earlier = new TileTree(size, source);
            var root = earlier.root();
            assertThat(earlier.inclusion(index).proves(Leaves.leaf(index), root))
                    .as("seed %d: %d of %d", SEED, index, size)
                    .isTrue();
            assertThat(tree.consistencyFrom(size).proves(root, range.root()))
                    .as("seed %d: from %d", SEED, size)
                    .isTrue();
        }
    }

    /// Each hash with a bit flipped, left out, and doubled.
    private static List<List<Hash>> altered(List<Hash> path) {
        var all = new ArrayList<List<Hash>>();
        for (int i = 0; i < path.size(); i++) {
            var bytes = path.get(i).bytes();
            bytes[0] ^= 1;
            var flipped = new ArrayList<>(path);
            flipped.set(i, Hash.of(bytes));
            all.add(flipped);
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        var longer = new ArrayList<>(path);
        longer.add(Leaves.leaf(7));
        all.add(longer);
        return all;
    }
}
