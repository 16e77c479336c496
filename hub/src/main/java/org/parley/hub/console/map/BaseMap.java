package org.parley.hub.console.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// The shipped outlines of the region (Natural Earth, public domain). No names are taken from them,
/// and every line that is not a plain international boundary is drawn dashed.
///
/// @param settled international boundaries
/// @param unsettled disputed, indefinite and armistice lines, lines of control and claims
public record BaseMap(Geometry land, Geometry lakes, Geometry settled, Geometry unsettled) {

    /// Units of the drawing per degree of longitude, beyond which the outlines are too coarse: zoom
    /// 8 of the usual web maps. They are about two kilometres off.
    static final double CLOSEST = 256 * Math.pow(2, 8) / 360;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// Reads the shipped file; a few milliseconds, once at start.
    public static BaseMap shipped() {
        try (var in = BaseMap.class.getResourceAsStream("/map/region-ne.topojson")) {
            if (in == null) {
                throw new IllegalStateException("The shipped map is missing");
            }
            var file = Topology.read(in);
            var borders = file.layer("ne-borders");
            return new BaseMap(
                    together(file.layer("ne-countries")).union(),
                    together(file.layer("ne-lakes")),
                    together(borders.stream().filter(BaseMap::isSettled).toList()),
                    together(
                            java.util.stream.Stream.concat(
                                            borders.stream().filter(b -> !isSettled(b)),
                                            file.layer("ne-disputed").stream())
                                    .toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether any of it lies in the frame.
    boolean reaches(Envelope frame) {
        return land.getEnvelopeInternal().contains(frame.centre());
    }

    private static boolean isSettled(Topology.Feature border) {
        return border.says().getOrDefault("featurecla", "").startsWith("International");
    }

    private static Geometry together(List<Topology.Feature> features) {
        return SHAPES.buildGeometry(features.stream().map(Topology.Feature::shape).toList());
    }
}
