package org.parley.hub.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileTree;
import org.springframework.stereotype.Component;

/// The trees of all operations, read from their tiles. Full tiles never change, so the ones in use
/// are kept; tiles at the edge are gathered each time.
@Component
class Tiles {

    /// Full tiles kept in memory, 8 KiB each.
    private static final int KEPT = 1_024;

    private record Place(OperationId operation, int level, long number) {}

    private final TileStore store;
    private final Map<Place, byte[]> full =
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

    /// The hashes of a tile, one after the other.
    byte[] read(OperationId operation, Tile tile) {
        if (!tile.isFull()) {
            long until = (tile.index() * Tile.FULL + tile.width()) << (8 * tile.level());
            return RightEdge.bytes(store.edge(operation, tile.level(), until));
        }
        var place = new Place(operation, tile.level(), tile.index());
        var kept = full.get(place);
        if (kept == null) {
            kept = store.tile(operation, tile.level(), tile.index()).orElseThrow();
            full.put(place, kept);
        }
        return kept;
    }
}
