package org.parley.kernel.json;

/// True or false.
public record JsonBool(boolean value) implements JsonValue {}
