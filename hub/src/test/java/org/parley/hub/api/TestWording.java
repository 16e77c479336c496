package org.parley.hub.api;

/// The product's sentences, for tests of features that word something.
public final class TestWording {

    private TestWording() {}

    public static Wording all() {
        return new Wording();
    }
}
