package org.parley.hub.console;

import java.util.Optional;

/// One named fact about the subject of a page.
public record Fact(String name, String value, Optional<String> link, boolean code) {

    public static Fact of(String name, String value) {
        return new Fact(name, value, Optional.empty(), false);
    }

    public static Fact linked(String name, String value, String address) {
        return new Fact(name, value, Optional.of(address), false);
    }

    public static Fact code(String name, String value) {
        return new Fact(name, value, Optional.empty(), true);
    }
}
