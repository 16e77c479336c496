package org.parley.kernel.json;

/// A text that is not the strict JSON we accept: what is wrong and at which character.
public final class MalformedJson extends IllegalArgumentException {

    private final int position;

    MalformedJson(String problem, int position) {
        super("JSON: %s at character %d".formatted(problem, position));
        this.position = position;
    }

    /// Counted from 0, in UTF-16 code units.
    public int position() {
        return position;
    }
}
