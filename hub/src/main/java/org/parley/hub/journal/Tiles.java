package org.parley.hub.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.kernel.id.OperationId;
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

    private final TileStore store;
    private final Map<Place, byte[]> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
                            return size() > KEPT;
                        }
                    });

    Tiles(TileStore store) {
        this.store = store;
    }

    TileTree tree(OperationId operation, long size) {
        return new TileTree(size, tile -> read(operation, tile));
    }

    /// Reads the edge of a tree that many are about to ask proofs of, once for all of them.
    void warm(OperationId operation, long size) {
        if (size > 0) {
            tree(operation, size).inclusion(size - 1);
        }
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
