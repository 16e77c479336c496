package org.parley.hub.exchange.geojson;

/// How much one file of boundaries may ask of the hub.
///
/// @param bytes unpacked
/// @param positions of all outlines together, as they are in the file
public record GeoLimits(long bytes, int features, int positions, int positionsOfOne) {

    public static GeoLimits usual() {
        return new GeoLimits(128L << 20, 20_000, 1_000_000, 250_000);
    }
}
