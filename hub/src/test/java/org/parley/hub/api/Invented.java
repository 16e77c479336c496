package org.parley.hub.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.parley.hub.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values of a described API: those that fit a form, those that nearly do, and those that do not.
public record Invented(JsonNode document, Random random) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private static final List<String> ODD_TEXTS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "a\0b",
                    "\uD800",
                    "\uDFFFx",
                    "\u202Eabc",
                    "\u2067open",
                    "شمال North צפון",
                    "'; DROP TABLE journal.statement; --",
                    "=HYPERLINK(\"x\")",
                    "../../etc/passwd",
                    "<script>alert(1)</script>",
                    "𝕏".repeat(50),
                    "x".repeat(5_000),
                    "2026-02-30",
                    "+99999-01-01",
                    "-99999-01-01",
                    "9999-12-31T23:59:60Z",
                    "-1000000000-01-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "00000000-0000-0000-0000-000000000000",
                    "NaN",
                    "1e999999999",
                    "KGM",
                    "furlong",
                    "north-aid",
                    "%00",
                    "\\",
                    "\"");

    private static final List<String> ODD_NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "2147483648",
                    "-9223372036854775809",
                    "1e400",
                    "1e-400",
                    "1e999999999",
                    "0.1",
                    "123456789012345678901234567890.123456789",
                    "9".repeat(200));

    private static final List<String> SLUGS =
            List.of("north-aid", "south-relief", "host", "gate-1", "a", "c-1", "area-1", "r1");

    public JsonNode resolved(JsonNode form) {
        return form.has("$ref") ? document.at(form.get("$ref").asString().substring(1)) : form;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// A value that fits.
    public JsonNode fitting(JsonNode unresolved, int depth) {
        var form = resolved(unresolved);
        if (form.has("const")) {
            return form.get("const");
        }
        if (form.has("enum")) {
            return form.get("enum").get(random.nextInt(form.get("enum").size()));
        }
        for (var either : List.of("oneOf", "anyOf")) {
            if (form.has(either)) {
                return fitting(
                        form.get(either).get(random.nextInt(form.get(either).size())), depth);
            }
        }
        var type = form.path("type");
        var word = type.isArray() ? type.get(0).asString() : type.asString("");
        return switch (word) {
            case "object" -> object(form, depth);
            case "array" -> array(form, depth);
            case "integer" -> NODES.numberNode(random.nextInt(1, 40));
            case "number" -> NODES.numberNode(random.nextInt(1, 400) / 4.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(form));
        };
    }

    private JsonNode object(JsonNode form, int depth) {
        var object = NODES.objectNode();
        if (form.has("additionalProperties") && form.get("additionalProperties").isObject()) {
            object.set("en", fitting(form.get("additionalProperties"), depth + 1));
            return object;
        }
        var required = new ArrayList<String>();
        form.path("required").forEach(name -> required.add(name.asString()));
        for (var property : form.path("properties").properties()) {
            boolean wanted = required.contains(property.getKey());
            if (wanted || depth < DEEPEST && random.nextInt(10) < 6) {
                object.set(property.getKey(), fitting(property.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode form, int depth) {
        var array = NODES.arrayNode();
        int size = depth > DEEPEST ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            array.add(fitting(form.path("items"), depth + 1));
        }
        return array;
    }

    private String text(JsonNode form) {
        return switch (form.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(9));
            case "date-time" -> "2026-03-01T0%d:00:00Z".formatted(random.nextInt(9));
            case "time" -> "0%d:30:00".formatted(random.nextInt(9));
            case "duration" -> "PT%dH".formatted(random.nextInt(1, 9));
            default -> one(SLUGS);
        };
    }

    /// The same with one value replaced by an odd one of the same type.
    JsonNode mutated(JsonNode value) {
        return changed(
                value,
                old ->
                        old.isNumber()
                                ? HubClient.JSON.readTree(one(ODD_NUMBERS))
                                : old.isString() ? NODES.stringNode(one(ODD_TEXTS)) : old);
    }

    /// The same with one value replaced by something that cannot stand there.
    JsonNode violated(JsonNode value) {
        return changed(value, _ -> alien());
    }

    private JsonNode alien() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.arrayNode().add(NODES.arrayNode().add(1));
            case 2 -> NODES.objectNode().put("unknown", one(ODD_TEXTS));
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> HubClient.JSON.readTree(one(ODD_NUMBERS));
            case 5 -> NODES.stringNode(one(ODD_TEXTS));
            case 6 -> deep();
            default -> NODES.objectNode();
        };
    }

    private JsonNode deep() {
        JsonNode deep = NODES.stringNode("deep");
        for (int i = 0; i < 200; i++) {
            deep = NODES.arrayNode().add(deep);
        }
        return deep;
    }

    private interface Change {
        JsonNode of(JsonNode old);
    }

    private JsonNode changed(JsonNode value, Change change) {
        var copy = value.deepCopy();
        var places = new ArrayList<Runnable>();
        collect(copy, change, places);
        if (!places.isEmpty()) {
            one(places).run();
        }
        return copy;
    }

    private void collect(JsonNode node, Change change, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                places.add(() -> object.set(name, change.of(object.get(name))));
                collect(object.get(name), change, places);
            }
            if (!object.isEmpty()) {
                places.add(() -> object.remove(one(List.copyOf(object.propertyNames()))));
            }
            places.add(() -> object.put("extra", "field"));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, change.of(array.get(at))));
                collect(array.get(i), change, places);
            }
        }
    }

    String oddText() {
        return one(ODD_TEXTS);
    }

    byte[] noise() {
        var bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }
}
