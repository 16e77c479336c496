package org.parley.kernel.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;

/// Reads an object's members by name and type, and says which one is not as it must be.
record Members(String of, JsonObject object) {

    static Members of(String what, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Members(what, object);
        }
        throw new InvalidValue(what, "value.object", "must be an object");
    }

    void only(Set<String> names) {
        for (var name : object.members().keySet()) {
            if (!names.contains(name)) {
                throw new InvalidValue(of + "." + name, "is not known");
            }
        }
    }

    JsonValue get(String name) {
        return object.find(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    String text(String name) {
        if (get(name) instanceof JsonString(var text)) {
            return text;
        }
        throw wrong(name, "must be a text");
    }

    Optional<String> findText(String name) {
        return object.find(name).map(_ -> text(name));
    }

    Optional<List<String>> findTexts(String name) {
        return object.find(name).map(_ -> texts(name));
    }

    long integer(String name) {
        if (get(name) instanceof JsonNumber number) {
            try {
                return number.decimal().longValueExact();
            } catch (ArithmeticException _) {
                throw wrong(name, "must be an integer");
            }
        }
        throw wrong(name, "must be a number");
    }

    List<JsonValue> items(String name) {
        if (get(name) instanceof JsonArray(var items)) {
            return items;
        }
        throw wrong(name, "must be a list");
    }

    List<String> texts(String name) {
        return items(name).stream()
                .map(
                        item -> {
                            if (item instanceof JsonString(var text)) {
                                return text;
                            }
                            throw wrong(name, "must be a list of texts");
                        })
                .toList();
    }

    Optional<Members> find(String name) {
        return object.find(name).map(value -> of(of + "." + name, value));
    }

    private InvalidValue wrong(String name, String problem) {
        return new InvalidValue(of + "." + name, problem);
    }
}
