package org.parley.hub.cli;

import org.jspecify.annotations.Nullable;

/// A flag of a command.
///
/// @param value what its value stands for; null for one that takes none
/// @param property the setting that it sets; null for one that only the command reads
record Flag(String name, @Nullable String value, @Nullable String property) {

    static Flag setting(String name, String value, String property) {
        return new Flag(name, value, property);
    }

    static Flag switching(String name, String property) {
        return new Flag(name, null, property);
    }

    static Flag taking(String name, String value) {
        return new Flag(name, value, null);
    }

    static Flag plain(String name) {
        return new Flag(name, null, null);
    }
}
