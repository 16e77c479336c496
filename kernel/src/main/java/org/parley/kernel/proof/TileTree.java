package org.parley.kernel.proof;

import java.util.HashMap;
import java.util.Map;
import org.parley.kernel.InvalidValue;

/// A tree of `size` leaves read from its tiles. Reads each tile once; make one per question.
public final class TileTree implements HashSource {

    private static final int TILE_LEVELS = 8;

    private final long size;
    private final TileSource source;
    private final Map<Tile, byte[]> seen = new HashMap<>();

    public TileTree(long size, TileSource source) {
        this.size = size;
        this.source = source;
    }

    public Hash root() {
        return root(0, size);
    }

    public InclusionProof inclusion(long index) {
        return InclusionProof.of(index, size, this);
    }

    public ConsistencyProof consistencyFrom(long older) {
        return ConsistencyProof.of(older, size, this);
    }

    @Override
    public Hash node(int level, long index) {
        int height = level % TILE_LEVELS;
        long first = index << height;
        var tile = Tile.in(size, level / TILE_LEVELS, first / Tile.FULL);
        return fold(hashes(tile), (int) (first % Tile.FULL), 1 << height);
    }

    private byte[] hashes(Tile tile) {
        return seen.computeIfAbsent(
                tile,
                wanted -> {
                    var hashes = source.read(wanted);
                    if (hashes.length < wanted.width() * Hash.BYTES) {
                        throw new InvalidValue("tile", wanted.path() + " is cut short");
                    }
                    return hashes;
                });
    }

    static Hash fold(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Hash.at(hashes, from * Hash.BYTES);
        }
        int half = count / 2;
        return Rfc6962.node(fold(hashes, from, half), fold(hashes, from + half, half));
    }
}
