package org.parley.kernel.json;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Named values, kept in canonical order: by UTF-16 code units of the names, which is how Java
/// compares strings.
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {

    public JsonObject {
        members.keySet().forEach(JsonString::checked);
        var sorted = new TreeMap<String, JsonValue>();
        sorted.putAll(members); // in one pass where they are in this order already
        members = Collections.unmodifiableSortedMap(sorted);
    }

    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        return new JsonObject(
                members instanceof TreeMap<String, ? extends JsonValue> sorted
                        ? Collections.unmodifiableSortedMap(sorted)
                        : new TreeMap<>(members));
    }

    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
