package org.parley.kernel.json;

/// A JSON value. Two values that are equal have the same canonical bytes.
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /// The canonical form after RFC 8785, in UTF-8.
    default byte[] canonical() {
        var out = new CanonicalWriter();
        out.value(this);
        return out.toByteArray();
    }
}
