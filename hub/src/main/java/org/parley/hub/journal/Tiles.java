package org.parley.hub.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileTree;
import org.springframework.stereotype.Component;

/// The trees of all operations, read from their tiles. A tile of a given width never changes, not
/// even at the log's edge, so the ones in use are kept.
@Component
class Tiles {

    /// Tiles kept in memory, 8 KiB each at most.
    private static final int KEPT = 1_024;

    private record Place(OperationId operation, Tile tile) {}

    private record Root(long size, Hash hash) {}

    private final TileStore store;
    private final Map<Place, byte[]> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
                            return size() > KEPT;
                        }
                    });

    private final Map<OperationId, Root> roots = new ConcurrentHashMap<>();

    Tiles(TileStore store) {
        this.store = store;
    }

    TileTree tree(OperationId operation, long size) {
        return new TileTree(size, tile -> read(operation, tile));
    }

    /// Keeps what a committed batch has made of a tree, so that proofs over it read nothing.
    void grew(OperationId operation, RightEdge.Growth growth) {
        for (var full : growth.full()) {
            kept.put(new Place(operation, full.tile()), full.hashes());
        }
        var edge = growth.edge();
        for (int level = 0; level < edge.levels().size(); level++) {
            var hashes = edge.levels().get(level);
            if (!hashes.isEmpty()) {
                long number = (edge.size() >>> (8 * level)) / Tile.FULL;
                kept.put(
                        new Place(operation, new Tile(level, number, hashes.size())),
                        RightEdge.bytes(hashes));
            }
        }
        roots.put(operation, new Root(edge.size(), growth.root()));
    }

    /// The root of a tree that was committed on this node just now.
    Optional<Hash> root(OperationId operation, long size) {
        return Optional.ofNullable(roots.get(operation))
                .filter(root -> root.size() == size)
                .map(Root::hash);
    }

    /// The right edge of the tree at a size, from what is stored.
    RightEdge edge(OperationId operation, long size) {
        return store.edge(operation, size);
    }

    /// The hashes of a tile, one after the other.
    byte[] read(OperationId operation, Tile tile) {
        var place = new Place(operation, tile);
        var hashes = kept.get(place);
        if (hashes == null) {
            hashes = stored(operation, tile);
            kept.put(place, hashes);
        }
        return hashes;
    }

    private byte[] stored(OperationId operation, Tile tile) {
        if (tile.isFull()) {
            return store.tile(operation, tile.level(), tile.index()).orElseThrow();
        }
        long until = (tile.index() * Tile.FULL + tile.width()) << (8 * tile.level());
        return RightEdge.bytes(store.edge(operation, tile.level(), until));
    }
}
