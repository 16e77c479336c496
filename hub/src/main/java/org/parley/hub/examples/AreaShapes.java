package org.parley.hub.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parley.hub.places.Outline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The areas of one GeoJSON file of ours.
public final class AreaShapes {

    private AreaShapes() {}

    /// @param says the feature's properties
    public record Shape(JsonNode says, Outline outline) {

        public String text(String property) {
            return says.path(property).asString("");
        }
    }

    public static List<Shape> read(String geoJson) {
        var shapes = new ArrayList<Shape>();
        for (var feature : each(JsonMapper.shared().readTree(geoJson).path("features"))) {
            var geometry = feature.path("geometry");
            var rings = geometry.path("coordinates");
            var polygons =
                    geometry.path("type").asString("").equals("MultiPolygon")
                            ? each(rings).stream().map(AreaShapes::polygon).toList()
                            : List.of(polygon(rings));
            shapes.add(new Shape(feature.path("properties"), Outline.of(polygons)));
        }
        return List.copyOf(shapes);
    }

    private static List<List<List<Double>>> polygon(JsonNode rings) {
        return each(rings).stream()
                .map(ring -> each(ring).stream().map(AreaShapes::position).toList())
                .toList();
    }

    private static List<Double> position(JsonNode at) {
        return List.of(at.get(0).asDouble(), at.get(1).asDouble());
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
