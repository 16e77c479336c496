package org.parley.hub.exchange.geojson;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/// An outline with fewer positions, and how far it is from what it was made of.
///
/// @param farthestMetres the greatest distance that was measured between the two lines, rounded up
public record Simplified(MultiPolygon shape, int farthestMetres) {

    private static final double METRES_A_DEGREE = 111_320;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// A millionth of a degree, about a decimetre.
    private static final PrecisionModel FINE = new PrecisionModel(1_000_000);

    /// Simplifies outlines of one level together, so that neighbours keep one line between them.
    /// Outlines that would not survive it stay as they are.
    ///
    /// @param metres how much detail may go; 0 for none
    public static List<Simplified> of(List<MultiPolygon> shapes, int metres) {
        if (metres == 0) {
            return shapes.stream().map(shape -> new Simplified(shape, 0)).toList();
        }
        var coarse =
                CoverageSimplifier.simplify(
                        shapes.toArray(Geometry[]::new), metres / METRES_A_DEGREE);
        var simplified = new ArrayList<Simplified>();
        for (int i = 0; i < coarse.length; i++) {
            var shape = whole(GeometryPrecisionReducer.reduce(coarse[i], FINE));
            simplified.add(
                    shape.isEmpty() || !shape.isValid()
                            ? new Simplified(shapes.get(i), 0)
                            : new Simplified(shape, farthest(shapes.get(i), shape)));
        }
        return simplified;
    }

    private static MultiPolygon whole(Geometry geometry) {
        return switch (geometry) {
            case MultiPolygon many -> many;
            case Polygon one when !one.isEmpty() -> SHAPES.createMultiPolygon(new Polygon[] {one});
            default -> SHAPES.createMultiPolygon();
        };
    }

    private static int farthest(Geometry one, Geometry other) {
        double degrees = Math.max(farthestFrom(one, other), farthestFrom(other, one));
        return (int) Math.ceil(degrees * METRES_A_DEGREE);
    }

    private static double farthestFrom(Geometry one, Geometry other) {
        var lines = new IndexedFacetDistance(other.getBoundary());
        double farthest = 0;
        for (var at : one.getCoordinates()) {
            farthest = Math.max(farthest, lines.distance(SHAPES.createPoint(at)));
        }
        return farthest;
    }
}
