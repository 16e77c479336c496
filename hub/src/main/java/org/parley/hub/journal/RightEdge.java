package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileContent;

/// The right edge of an operation's tree: for each level of tiles, the hashes of the tile that is
/// not full yet. Enough to append and to know the root; a value, so that a batch that rolls back
/// leaves nothing behind.
///
/// @param levels the hashes at the edge, from the leaves' level upwards
record RightEdge(long size, List<List<Hash>> levels) {

    static final RightEdge EMPTY = new RightEdge(0, List.of());

    RightEdge {
        levels = List.copyOf(levels);
    }

    /// An edge after growth with its root, and the tiles that became full on the way: these never
    /// change again.
    record Growth(RightEdge edge, Hash root, List<TileContent> full) {}

    /// No growth at all.
    Growth same() {
        return new Growth(this, root(), List.of());
    }

    Growth append(List<Hash> leaves) {
        var growing = new ArrayList<List<Hash>>();
        levels.forEach(level -> growing.add(new ArrayList<>(level)));
        var full = new ArrayList<TileContent>();
        long grown = size;
        for (var leaf : leaves) {
            add(growing, 0, leaf, grown++, full);
        }
        var edge = new RightEdge(grown, growing.stream().map(List::copyOf).toList());
        return new Growth(edge, edge.root(), full);
    }

    /// @param place how many hashes of this level there are before this one
    private static void add(
            List<List<Hash>> growing, int level, Hash hash, long place, List<TileContent> full) {
        if (level == growing.size()) {
            growing.add(new ArrayList<>());
        }
        var tile = growing.get(level);
        tile.add(hash);
        if (tile.size() == Tile.FULL) {
            long number = place / Tile.FULL;
            full.add(new TileContent(new Tile(level, number, Tile.FULL), bytes(tile)));
            var root = fold(tile);
            tile.clear();
            add(growing, level + 1, root, number, full);
        }
    }

    /// Whether every level has as many hashes as a tree of this size leaves at its edge.
    boolean isComplete() {
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).size() != (size >>> (8 * level)) % Tile.FULL) {
                return false;
            }
        }
        return true;
    }

    Hash root() {
        if (size == 0) {
            return Rfc6962.EMPTY_ROOT;
        }
        var subtrees = new ArrayList<Hash>(); // complete ones, the largest first
        for (var level : levels.reversed()) {
            int from = 0;
            while (from < level.size()) {
                int width = Integer.highestOneBit(level.size() - from);
                subtrees.add(fold(level.subList(from, from + width)));
                from += width;
            }
        }
        var root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Rfc6962.node(subtrees.get(i), root);
        }
        return root;
    }

    /// The root over a power of two of hashes.
    static Hash fold(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return Rfc6962.node(
                fold(hashes.subList(0, half)), fold(hashes.subList(half, hashes.size())));
    }

    static byte[] bytes(List<Hash> hashes) {
        var bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    static List<Hash> hashes(byte[] bytes) {
        var hashes = new ArrayList<Hash>(bytes.length / Hash.BYTES);
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.at(bytes, at));
        }
        return hashes;
    }
}
