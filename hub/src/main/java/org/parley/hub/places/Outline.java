package org.parley.hub.places;

import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.parley.kernel.InvalidValue;

/// The outline of an area: polygons with their holes in degrees, in the form of a GeoJSON
/// MultiPolygon (RFC 7946). Rings are closed and do not cross themselves or each other; an area
/// that lies across the antimeridian is cut there into parts. At most [#MOST] positions.
///
/// @param type always `MultiPolygon`
/// @param coordinates polygons of rings of positions, longitude first
public record Outline(String type, List<List<List<List<Double>>>> coordinates) {

    /// Positions at most; finer outlines are simplified before they are said.
    public static final int MOST = 50_000;

    private static final String MULTI_POLYGON = "MultiPolygon";
    private static final GeometryFactory SHAPES = new GeometryFactory();

    public Outline {
        if (!MULTI_POLYGON.equals(type)) {
            throw new InvalidValue(
                    "outline.type",
                    "value.multipolygon",
                    "must be MultiPolygon, was '{was}'; put a Polygon's coordinates into one more pair of brackets",
                    type);
        }
        coordinates = copied(coordinates);
        check(coordinates);
    }

    /// The outline of a geometry, its positions as they are.
    public static Outline of(MultiPolygon shape) {
        var polygons = new ArrayList<List<List<List<Double>>>>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            var rings = new ArrayList<List<List<Double>>>();
            rings.add(positions(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(positions(polygon.getInteriorRingN(hole)));
            }
            polygons.add(rings);
        }
        return of(polygons);
    }

    private static List<List<Double>> positions(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(at -> List.of(at.getX(), at.getY()))
                .toList();
    }

    public static Outline of(List<List<List<List<Double>>>> polygons) {
        return new Outline(MULTI_POLYGON, polygons);
    }

    /// The geometry of polygons of any size, checked as an outline's are: what an import simplifies
    /// before it says it.
    public static MultiPolygon shape(List<List<List<List<Double>>>> polygons) {
        for (var polygon : polygons) {
            if (polygon.isEmpty()) {
                throw new InvalidValue(
                        "outline", "value.polygon-empty", "has a polygon without a ring");
            }
            polygon.forEach(Rings::check);
        }
        var shape = geometry(polygons);
        var wrong = new IsValidOp(shape).getValidationError();
        if (wrong != null) {
            var at = wrong.getCoordinate();
            throw new InvalidValue(
                    "outline",
                    "value.outline-crosses",
                    "crosses or touches itself near longitude {longitude}, latitude {latitude}; mend it there",
                    at.getX(),
                    at.getY());
        }
        return shape;
    }

    /// The outline as geometry, for drawing and for asking what it contains.
    public MultiPolygon geometry() {
        return geometry(coordinates);
    }

    private static List<List<List<List<Double>>>> copied(
            @Nullable List<List<List<List<Double>>>> polygons) {
        if (polygons == null || polygons.isEmpty()) {
            throw new InvalidValue("outline", "value.outline-empty", "needs one polygon at least");
        }
        try {
            return polygons.stream()
                    .map(
                            rings ->
                                    rings.stream()
                                            .map(
                                                    ring ->
                                                            ring.stream()
                                                                    .map(List::copyOf)
                                                                    .collect(toUnmodifiableList()))
                                            .collect(toUnmodifiableList()))
                    .collect(toUnmodifiableList());
        } catch (NullPointerException hole) {
            throw new InvalidValue("outline", "value.null-inside", "must not contain null");
        }
    }

    private static void check(List<List<List<List<Double>>>> polygons) {
        long positions = polygons.stream().flatMap(List::stream).mapToLong(List::size).sum();
        if (positions > MOST) {
            throw new InvalidValue(
                    "outline",
                    "value.positions",
                    "has {positions} positions; at most {most}, simplify it",
                    positions,
                    MOST);
        }
        var _ = shape(polygons);
    }

    private static MultiPolygon geometry(List<List<List<List<Double>>>> polygons) {
        return SHAPES.createMultiPolygon(
                polygons.stream().map(Outline::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<List<List<Double>>> rings) {
        var holes = rings.stream().skip(1).map(Outline::ring).toArray(LinearRing[]::new);
        return SHAPES.createPolygon(ring(rings.getFirst()), holes);
    }

    private static LinearRing ring(List<List<Double>> positions) {
        return SHAPES.createLinearRing(
                positions.stream()
                        .map(at -> new Coordinate(at.get(0), at.get(1)))
                        .toArray(Coordinate[]::new));
    }
}
