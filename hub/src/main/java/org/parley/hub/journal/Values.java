package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.TreeMap;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonBool;
import org.parley.kernel.json.JsonNull;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import tools.jackson.databind.JsonNode;

/// Jackson's values as the kernel's: only the kernel writes the canonical form that is hashed.
final class Values {

    private Values() {}

    static JsonValue of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                var items = new ArrayList<JsonValue>(node.size());
                for (var item : node) {
                    items.add(of(item));
                }
                yield new JsonArray(items);
            }
            case STRING -> new JsonString(node.asString());
            case NUMBER -> JsonNumber.of(node.decimalValue());
            case BOOLEAN -> new JsonBool(node.booleanValue());
            case NULL, MISSING -> JsonNull.NULL;
            case BINARY, POJO ->
                    throw new IllegalStateException("Not a value of JSON: " + node.getNodeType());
        };
    }

    private static JsonObject object(JsonNode node) {
        var members = new TreeMap<String, JsonValue>();
        for (var member : node.properties()) {
            members.put(member.getKey(), of(member.getValue()));
        }
        return new JsonObject(members);
    }
}
