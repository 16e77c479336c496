package org.parley.kernel.proof;

/// Where tiles are kept: a table, a folder, a mirror.
@FunctionalInterface
public interface TileSource {

    /// The hashes of the tile one after the other, 32 bytes each: at least `tile.width()` of them,
    /// more when the tile has grown since.
    byte[] read(Tile tile);
}
