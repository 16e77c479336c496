package org.parley.hub.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was ordered: a command, its flags without their dashes, and the values beside them. A flag
/// that takes no value has the value `true`.
public record Order(String command, Map<String, String> flags, List<String> values) {

    public Order {
        flags = Map.copyOf(flags);
        values = List.copyOf(values);
    }

    public Optional<String> flag(String name) {
        return Optional.ofNullable(flags.get(name));
    }

    public boolean has(String name) {
        return flags.containsKey(name);
    }

    /// The one value that the command was given.
    public String value() {
        return values.getFirst();
    }
}
