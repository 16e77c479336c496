package org.parley.hub.console;

/// Somewhere to go: an address within the hub and what stands on it.
///
/// @param chief whether it is the main thing to do here
public record Link(String text, String address, boolean chief) {

    public static Link to(String text, String address) {
        return new Link(text, address, false);
    }

    public static Link chief(String text, String address) {
        return new Link(text, address, true);
    }
}
