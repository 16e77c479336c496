package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TileContent;

class RightEdgeTest {

    static Hash leaf(int number) {
        return Rfc6962.leaf(ByteBuffer.allocate(32).putInt(number).array());
    }

    /// The definition of RFC 6962, section 2.1, written down naively.
    static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Rfc6962.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Rfc6962.node(
                definition(leaves.subList(0, split)),
                definition(leaves.subList(split, leaves.size())));
    }

    @Test
    void hasTheRootOfTheDefinitionHoweverItGrew() {
        long seed = Long.getLong("seed", 20_261_125L);
        System.err.println("RightEdgeTest seed " + seed);
        RandomGenerator random = new SplittableRandom(seed);
        var leaves = new ArrayList<Hash>();
        var edge = RightEdge.EMPTY;
        for (int batch = 0; batch < 60; batch++) {
            var added = new ArrayList<Hash>();
            for (int i = random.nextInt(1, 90); i > 0; i--) {
                added.add(leaf(leaves.size() + added.size()));
            }
            edge = edge.append(added).edge();
            leaves.addAll(added);
            assertThat(edge.size()).isEqualTo(leaves.size());
            assertThat(edge.root()).isEqualTo(definition(leaves));
        }
    }

    @Test
    void givesEachFullTileOnce() {
        var tiles = new ArrayList<TileContent>();
        var edge = RightEdge.EMPTY;
        for (int i = 0; i < 3 * 256 + 5; i++) {
            var growth = edge.append(List.of(leaf(i)));
            edge = growth.edge();
            tiles.addAll(growth.full());
        }

        assertThat(tiles).extracting(content -> content.tile().index()).containsExactly(0L, 1L, 2L);
        assertThat(tiles).allSatisfy(tile -> assertThat(tile.hashes()).hasSize(8192));
        assertThat(edge.levels().get(0)).hasSize(5);
        assertThat(edge.levels().get(1)).hasSize(3);
    }

    @Test
    void fillsTilesOfTheSecondLevelToo() {
        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < 256 * 256 + 1; i++) {
            leaves.add(leaf(i));
        }

        var growth = RightEdge.EMPTY.append(leaves);

        assertThat(growth.full()).hasSize(257);
        assertThat(growth.full().getLast().tile().level()).isEqualTo(1);
        assertThat(growth.edge().root()).isEqualTo(definition(leaves));
    }

    @Test
    void anEmptyTreeHasTheHashOfNothing() {
        assertThat(RightEdge.EMPTY.root()).isEqualTo(definition(List.of()));
    }
}
