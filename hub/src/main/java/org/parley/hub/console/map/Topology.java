package org.parley.hub.console.map;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A TopoJSON file: shared arcs, stored as differences on a grid, from which shapes are put
/// together. Longitude and latitude in degrees.
final class Topology {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final JsonNode objects;
    private final List<Coordinate[]> arcs;

    private Topology(JsonNode objects, List<Coordinate[]> arcs) {
        this.objects = objects;
        this.arcs = arcs;
    }

    /// A shape with what the file says about it.
    record Feature(Geometry shape, Map<String, String> says) {}

    static Topology read(InputStream in) {
        var root = JsonMapper.shared().readTree(in);
        var scale = root.at("/transform/scale");
        var move = root.at("/transform/translate");
        var arcs = new ArrayList<Coordinate[]>();
        for (var arc : root.path("arcs")) {
            var points = new Coordinate[arc.size()];
            double x = 0;
            double y = 0;
            for (int i = 0; i < points.length; i++) {
                x += arc.get(i).get(0).asDouble();
                y += arc.get(i).get(1).asDouble();
                points[i] =
                        new Coordinate(
                                x * scale.get(0).asDouble() + move.get(0).asDouble(),
                                y * scale.get(1).asDouble() + move.get(1).asDouble());
            }
            arcs.add(points);
        }
        return new Topology(root.path("objects"), arcs);
    }

    /// The shapes of one layer; points are left out.
    List<Feature> layer(String name) {
        var features = new ArrayList<Feature>();
        for (var shape : objects.path(name).path("geometries")) {
            var says = new java.util.HashMap<String, String>();
            shape.path("properties")
                    .properties()
                    .forEach(entry -> says.put(entry.getKey(), entry.getValue().asString("")));
            features.add(new Feature(shape(shape), says));
        }
        return features;
    }

    private Geometry shape(JsonNode shape) {
        var arcs = shape.path("arcs");
        return switch (shape.path("type").asString("")) {
            case "LineString" -> line(arcs);
            case "MultiLineString" -> SHAPES.buildGeometry(each(arcs).map(this::line).toList());
            case "Polygon" -> polygon(arcs);
            case "MultiPolygon" -> SHAPES.buildGeometry(each(arcs).map(this::polygon).toList());
            case String _ -> SHAPES.createGeometryCollection();
        };
    }

    private Geometry line(JsonNode arcs) {
        return SHAPES.createLineString(stitched(arcs));
    }

    private Geometry polygon(JsonNode rings) {
        var all = each(rings).map(ring -> SHAPES.createLinearRing(stitched(ring))).toList();
        Polygon polygon =
                SHAPES.createPolygon(
                        all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
        return polygon.isValid() ? polygon : polygon.buffer(0);
    }

    /// The arcs end to end; a negative number is that arc backwards.
    private Coordinate[] stitched(JsonNode numbers) {
        var points = new ArrayList<Coordinate>();
        for (var number : numbers) {
            int n = number.asInt();
            var arc = List.of(arcs.get(n < 0 ? ~n : n));
            var next = n < 0 ? arc.reversed() : arc;
            points.addAll(points.isEmpty() ? next : next.subList(1, next.size()));
        }
        return points.toArray(Coordinate[]::new);
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
