package org.parley.hub.exchange.geojson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The coordinates of one feature's Polygon or MultiPolygon, counted while they are read. Heights
/// are left out: outlines are flat.
final class Polygons {

    private static final int DEEPEST = 4;

    private final int number;
    private final int most;
    private String type = "";
    private @Nullable Object coordinates;
    private int positions;

    Polygons(int number, int most) {
        this.number = number;
        this.most = most;
    }

    int positions() {
        return positions;
    }

    void read(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("type") && token == JsonToken.VALUE_STRING) {
                type = json.getString();
            } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
                coordinates = list(json, 1);
            } else {
                json.skipChildren();
            }
        }
    }

    /// A position where the list begins with a number, else a list of lists.
    private List<?> list(JsonParser json, int depth) {
        var token = json.nextToken();
        if (token.isNumeric()) {
            return position(json);
        }
        var items = new ArrayList<List<?>>();
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_ARRAY || depth == DEEPEST) {
                throw FeatureFile.bad(
                        number,
                        "value.coordinates",
                        "has coordinates that are no lists of positions");
            }
            items.add(list(json, depth + 1));
        }
        return items;
    }

    private List<Double> position(JsonParser json) {
        double longitude = json.getDoubleValue();
        if (!json.nextToken().isNumeric()) {
            throw FeatureFile.bad(
                    number, "value.position-latitude", "has a position without a latitude");
        }
        double latitude = json.getDoubleValue();
        int more = 0;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (!token.isNumeric() || more++ > 0) {
                throw FeatureFile.bad(
                        number,
                        "value.position-more",
                        "has a position of more than longitude, latitude and height");
            }
        }
        if (++positions > most) {
            throw FeatureFile.bad(
                    number,
                    "value.positions-most",
                    "has more than {most} positions; simplify it first",
                    most);
        }
        return List.of(longitude, latitude);
    }

    /// As a MultiPolygon's coordinates.
    List<List<List<List<Double>>>> polygons() {
        var read = coordinates;
        if (read == null) {
            throw FeatureFile.bad(
                    number, "value.geometry-empty", "has a geometry without coordinates");
        }
        return switch (type) {
            case "MultiPolygon" -> nested(read, 3);
            case "Polygon" -> nested(List.of(read), 3);
            default ->
                    throw FeatureFile.bad(
                            number,
                            "value.geometry-type",
                            "is a '{was}'; an area is a Polygon or a MultiPolygon",
                            type);
        };
    }

    @SuppressWarnings("unchecked") // checked down to the numbers
    private List<List<List<List<Double>>>> nested(Object read, int depth) {
        check(read, depth);
        return (List<List<List<List<Double>>>>) read;
    }

    private void check(Object read, int depth) {
        for (var item : (List<?>) read) {
            boolean list = item instanceof List<?>;
            if (list == (depth == 0)) {
                throw FeatureFile.bad(
                        number, "value.brackets", "has brackets that do not fit a {type}", type);
            }
            if (list) {
                check(item, depth - 1);
            }
        }
    }
}
