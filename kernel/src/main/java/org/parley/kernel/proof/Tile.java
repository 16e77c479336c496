package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.kernel.InvalidValue;

/// The place of a tile (C2SP tlog-tiles): up to 256 neighbouring hashes of level `8 * level`.
///
/// @param width how many hashes, 1 to 256; fewer than 256 only at the right edge of a tree
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;
    private static final int HIGHEST = 7; // 2^63 leaves need no more
    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(?<level>[0-7])/(?<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");

    public Tile {
        if (level < 0 || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new InvalidValue("tile", "no tile %d/%d of %d".formatted(level, index, width));
        }
    }

    /// The tile as a tree of `size` leaves has it.
    ///
    /// @throws InvalidValue when that tree does not reach so far
    public static Tile in(long size, int level, long index) {
        long there = (size >> (8 * level)) - index * FULL;
        return new Tile(level, index, (int) Math.min(FULL, Math.max(0, there)));
    }

    /// The tiles that a tree has after growing from `before` to `after` leaves and not earlier,
    /// partial ones included, lowest level first.
    public static List<Tile> grown(long before, long after) {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; level <= HIGHEST && after >> (8 * level) > 0; level++) {
            long old = before >> (8 * level);
            long now = after >> (8 * level);
            for (long index = old / FULL; index * FULL < now && now > old; index++) {
                tiles.add(in(after, level, index));
            }
        }
        return tiles;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /// For example `tile/0/x001/x234/067.p/5`.
    public String path() {
        return "tile/" + level + "/" + path(index) + (isFull() ? "" : ".p/" + width);
    }

    /// The path of the bundle with the leaf data under a tile of level 0.
    public static String entriesPath(long index, int width) {
        return "tile/entries/" + path(index) + (width == FULL ? "" : ".p/" + width);
    }

    private static String path(long index) {
        var path = "%03d".formatted(index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = "x%03d/".formatted(rest % 1000) + path;
        }
        return path;
    }

    public static Tile parse(String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new InvalidValue("tile", "no such tile path '%s'".formatted(path));
        }
        var width = parts.group("width");
        var tile =
                new Tile(
                        Integer.parseInt(parts.group("level")),
                        Long.parseLong(parts.group("index").replaceAll("[x/]", "")),
                        width == null ? FULL : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new InvalidValue("tile", "not the canonical path '%s'".formatted(path));
        }
        return tile;
    }
}
