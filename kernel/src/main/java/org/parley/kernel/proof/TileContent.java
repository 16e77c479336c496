package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A tile together with its hashes, to be written over what was kept at its level and index.
public record TileContent(Tile tile, byte[] hashes) {

    /// The tiles that change when `leaves` are appended to a tree of `size` leaves, lowest level
    /// first. Asks `kept` only for the partial tiles at the right edge.
    public static List<TileContent> appended(long size, List<Hash> leaves, TileSource kept) {
        var changed = new ArrayList<TileContent>();
        var entries = leaves;
        long start = size;
        for (int level = 0; !entries.isEmpty(); level++) {
            var completed = new ArrayList<Hash>();
            for (int done = 0; done < entries.size(); ) {
                long index = (start + done) / Tile.FULL;
                int filled = (int) ((start + done) % Tile.FULL);
                int adding = Math.min(Tile.FULL - filled, entries.size() - done);
                var hashes = new byte[(filled + adding) * Hash.BYTES];
                if (filled > 0) {
                    var old = kept.read(new Tile(level, index, filled));
                    System.arraycopy(old, 0, hashes, 0, filled * Hash.BYTES);
                }
                for (int i = 0; i < adding; i++) {
                    entries.get(done + i).copyTo(hashes, (filled + i) * Hash.BYTES);
                }
                var tile = new Tile(level, index, filled + adding);
                changed.add(new TileContent(tile, hashes));
                if (tile.isFull()) {
                    completed.add(TileTree.fold(hashes, 0, Tile.FULL));
                }
                done += adding;
            }
            start /= Tile.FULL;
            entries = completed;
        }
        return changed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TileContent(var place, var theirs)
                && tile.equals(place)
                && Arrays.equals(hashes, theirs);
    }

    @Override
    public int hashCode() {
        return tile.hashCode() * 31 + Arrays.hashCode(hashes);
    }
}
