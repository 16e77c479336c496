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
        var sorted = new TreeMap<String, JsonValue>();
        members.forEach((name, value) -> sorted.put(JsonString.checked(name), value));
        members = Collections.unmodifiableSortedMap(sorted);
    }

    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        return new JsonObject(new TreeMap<>(members));
    }

    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
