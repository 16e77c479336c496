package org.parley.hub.journal;

import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.HashSource;
import org.parley.kernel.proof.InclusionProof;
import org.parley.kernel.proof.TileTree;

/// The tree under one checkpoint for all the receipts that are given with it: each tile is read
/// once and each node hashed once, however many ask.
final class CheckpointTree implements HashSource {

    private static final int LEVEL_BITS = 56;

    private final long size;
    private final TileTree tiles;
    private final ConcurrentHashMap<Long, Hash> nodes = new ConcurrentHashMap<>();

    CheckpointTree(long size, TileTree tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    long size() {
        return size;
    }

    InclusionProof inclusion(long index) {
        return InclusionProof.of(index, size, this);
    }

    @Override
    public Hash node(int level, long index) {
        long place = (long) level << LEVEL_BITS | index;
        var known = nodes.get(place);
        if (known == null) {
            synchronized (tiles) { // it reads into a map of its own
                known = tiles.node(level, index);
            }
            nodes.put(place, known);
        }
        return known;
    }
}
