package org.parley.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonBool;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;

/// Published test data in the folder `shared` beside the project. Tests that need it are skipped
/// where it is absent.
public final class SharedFiles {

    private SharedFiles() {}

    public static Path vectors(String path) {
        var start = Path.of("").toAbsolutePath();
        for (var at = start; at != null; at = at.getParent()) {
            var found = at.resolve("shared/vectors").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("Skipped: no folder shared/vectors with " + path + " above " + start);
        throw new IllegalStateException("unreachable");
    }

    public static Vector json(String path) {
        return json(vectors(path));
    }

    public static Vector json(Path path) {
        try {
            return new Vector(Json.parse(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /// One JSON value of a test vector, read without ceremony.
    public record Vector(JsonValue value) {

        public Vector get(String name) {
            return new Vector(((JsonObject) value).find(name).orElseThrow());
        }

        public boolean has(String name) {
            return value instanceof JsonObject(var members) && members.containsKey(name);
        }

        public java.util.List<Vector> items() {
            return value instanceof JsonArray(var items)
                    ? items.stream().map(Vector::new).toList()
                    : java.util.List.of();
        }

        public String text() {
            return ((JsonString) value).value();
        }

        public java.math.BigDecimal number() {
            return ((JsonNumber) value).decimal();
        }

        public boolean truth() {
            return ((JsonBool) value).value();
        }

        public byte[] base64() {
            return java.util.Base64.getDecoder().decode(text());
        }

        public byte[] hex() {
            return java.util.HexFormat.of().parseHex(text());
        }
    }
}
