package org.parley.kernel.json;

/// JSON's null: said to be nothing, as opposed to not said.
public enum JsonNull implements JsonValue {
    NULL
}
