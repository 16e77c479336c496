package org.parley.hub.exchange.geojson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.places.Outline;
import org.parley.kernel.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// A GeoJSON file of areas, read from end to end in one pass. Whatever is wrong names the feature
/// by its number and says what to do; nothing is taken from a file that is wrong anywhere.
public final class FeatureFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final GeoLimits limits;
    private final List<Feature> features = new ArrayList<>();
    private @Nullable String attribution;
    private int toleranceMetres;
    private int positions;
    private boolean collection;

    private FeatureFile(GeoLimits limits) {
        this.limits = limits;
    }

    /// @throws Unreadable when the file is none of areas
    public static FeatureFile read(InputStream file, GeoLimits limits) throws IOException {
        var read = new FeatureFile(limits);
        try (var in = Bounded.of(file, limits.bytes());
                var json = JSON.createParser(in)) {
            read.top(json);
        } catch (JacksonException notJson) {
            if (notJson.getCause() instanceof Unreadable refused) {
                throw refused;
            }
            throw notGeoJson(
                    "value.file-json",
                    "in line {line} it is no JSON, or it is cut off",
                    lineOf(notJson));
        } catch (ZipException damaged) {
            throw new Unreadable("exchange.gzip-damaged", Map.of());
        }
        if (!read.collection || read.features.isEmpty()) {
            throw notGeoJson("value.file-no-features", "it has no features");
        }
        return read;
    }

    // What is longer or deeper than the parser reads has no place.
    private static int lineOf(JacksonException notJson) {
        var where = notJson.getLocation();
        return where == null ? 1 : where.getLineNr();
    }

    public List<Feature> features() {
        return List.copyOf(features);
    }

    /// The words that the file asks to be shown with it.
    public Optional<String> attribution() {
        return Optional.ofNullable(attribution);
    }

    /// How far its outlines are from their own source, as far as the file says; 0 where it does
    /// not.
    public int toleranceMetres() {
        return toleranceMetres;
    }

    private static Unreadable notGeoJson(String code, String english, Object... facts) {
        return new Unreadable(
                "exchange.areas-not-geojson",
                Map.of("problem", new InvalidValue("", code, english, facts)));
    }

    private void top(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw notGeoJson("value.file-no-object", "it does not begin with an object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            switch (name) {
                case "type" -> checkType(token == JsonToken.VALUE_STRING ? json.getString() : "");
                case "crs" -> CoordinateSystem.check(json.readValueAsTree());
                case "attribution" -> {
                    if (token == JsonToken.VALUE_STRING) {
                        attribution = json.getString();
                    } else {
                        json.skipChildren();
                    }
                }
                case "toleranceMetres" -> {
                    if (token == JsonToken.VALUE_NUMBER_INT) {
                        toleranceMetres = json.getIntValue();
                    } else {
                        json.skipChildren();
                    }
                }
                case "features" -> list(json, token);
                default -> json.skipChildren();
            }
        }
    }

    private void checkType(String type) {
        if (!type.equals("FeatureCollection")) {
            throw notGeoJson(
                    "value.file-type", "its type is '{was}' and not FeatureCollection", type);
        }
        collection = true;
    }

    private void list(JsonParser json, JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw notGeoJson("value.file-no-list", "its features are no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (features.size() == limits.features()) {
                throw new Unreadable("exchange.areas-too-many", Map.of("limit", limits.features()));
            }
            features.add(feature(json, features.size() + 1));
        }
    }

    private Feature feature(JsonParser json, int number) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad(number, "value.feature-object", "is no object");
        }
        Map<String, String> properties = Map.of();
        Polygons shape = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("properties") && token == JsonToken.START_OBJECT) {
                properties = properties(json);
            } else if (name.equals("geometry") && token == JsonToken.START_OBJECT) {
                shape = geometry(json, number);
            } else {
                json.skipChildren();
            }
        }
        if (shape == null) {
            throw bad(
                    number,
                    "value.geometry-missing",
                    "has no geometry; give it an outline or take it out");
        }
        try {
            return new Feature(number, properties, Outline.shape(shape.polygons()));
        } catch (InvalidValue invalid) {
            throw bad(number, invalid.at(""));
        }
    }

    private Polygons geometry(JsonParser json, int number) {
        var reader = new Polygons(number, limits.positionsOfOne());
        reader.read(json);
        positions += reader.positions();
        if (positions > limits.positions()) {
            throw new Unreadable("exchange.areas-too-fine", Map.of("limit", limits.positions()));
        }
        return reader;
    }

    private static Map<String, String> properties(JsonParser json) {
        var properties = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName().toLowerCase(Locale.ROOT);
            var token = json.nextToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                properties.put(name, json.getString().strip());
            } else {
                json.skipChildren();
            }
        }
        return properties;
    }

    static Unreadable bad(int number, String code, String english, Object... facts) {
        return bad(number, new InvalidValue("", code, english, facts));
    }

    private static Unreadable bad(int number, InvalidValue problem) {
        return new Unreadable(
                "exchange.areas-feature", Map.of("feature", number, "problem", problem));
    }
}
