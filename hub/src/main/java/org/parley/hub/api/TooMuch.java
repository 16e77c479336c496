package org.parley.hub.api;

/// The request is larger than the hub reads at once.
final class TooMuch extends RuntimeException {

    private final long most;

    /// @param most in bytes
    TooMuch(long most) {
        super("A request of more than %d bytes".formatted(most), null, false, false);
        this.most = most;
    }

    long most() {
        return most;
    }
}
