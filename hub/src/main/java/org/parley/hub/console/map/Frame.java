package org.parley.hub.console.map;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// A window on the earth and its place on a drawing: Mercator, north up, `width` by `height` units.
final class Frame {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double scale;

    private Frame(double width, double height, double left, double top, double scale) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    /// The window around `seen`, with room at the edges.
    static Frame around(Envelope seen, double width, double height, double room) {
        double west = seen.getMinX();
        double east = seen.getMaxX();
        double south = mercator(seen.getMinY());
        double north = mercator(seen.getMaxY());
        double wide = Math.max(east - west, 0.02);
        double tall = Math.max(north - south, 0.02);
        double scale = Math.min(width * (1 - room) / wide, height * (1 - room) / tall);
        return new Frame(
                width,
                height,
                (west + east) / 2 - width / 2 / scale,
                (south + north) / 2 + height / 2 / scale,
                scale);
    }

    /// The same middle, further away if need be.
    Frame noCloserThan(double closest) {
        double next = Math.min(scale, closest);
        double dx = width / 2 / scale - width / 2 / next;
        double dy = height / 2 / scale - height / 2 / next;
        return new Frame(width, height, left + dx, top - dy, next);
    }

    /// Units per degree of longitude.
    double scale() {
        return scale;
    }

    double x(double longitude) {
        return (longitude - left) * scale;
    }

    double y(double latitude) {
        return (top - mercator(latitude)) * scale;
    }

    /// What is inside, and `beyond` times the window around it, so that a wider screen is not
    /// empty.
    Envelope seen(double beyond) {
        double dx = width * beyond / scale;
        double dy = height * beyond / scale;
        return new Envelope(
                left - dx,
                left + width / scale + dx,
                latitude(top - height / scale - dy),
                latitude(top + dy));
    }

    /// The shape as a path with whole units, cut to what is near the window, finer detail dropped.
    String path(Geometry shape, double beyond) {
        var near = SHAPES.toGeometry(seen(beyond));
        if (shape.isEmpty()
                || !shape.getEnvelopeInternal().intersects(near.getEnvelopeInternal())) {
            return "";
        }
        var out = new StringBuilder();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var cut =
                    DouglasPeuckerSimplifier.simplify(
                            shape.getGeometryN(i).intersection(near), 0.6 / scale);
            for (int j = 0; j < cut.getNumGeometries(); j++) {
                write(cut.getGeometryN(j), out);
            }
        }
        return out.toString();
    }

    private void write(Geometry part, StringBuilder out) {
        switch (part) {
            case Polygon polygon -> {
                write(polygon.getExteriorRing(), out);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    write(polygon.getInteriorRingN(i), out);
                }
            }
            case LineString line -> {
                var points = line.getCoordinates();
                for (int i = 0; i < points.length; i++) {
                    out.append(i == 0 ? "M" : i == 1 ? "L" : " ").append(text(points[i]));
                }
                if (points.length > 0 && line.isClosed()) {
                    out.append('Z');
                }
            }
            case Point _ -> {}
            default -> {
                for (int i = 0; i < part.getNumGeometries(); i++) {
                    write(part.getGeometryN(i), out);
                }
            }
        }
    }

    private String text(Coordinate at) {
        return number(x(at.x)) + " " + number(y(at.y));
    }

    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static double mercator(double latitude) {
        double radians = Math.toRadians(latitude);
        return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + radians / 2)));
    }

    private static double latitude(double mercator) {
        return Math.toDegrees(2 * Math.atan(Math.exp(Math.toRadians(mercator))) - Math.PI / 2);
    }
}
