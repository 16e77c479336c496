package org.parley.hub.store;

/// The hub's own roles in the database. None of them owns anything.
enum StoreRole {
    /// Reads for those who ask.
    READER("parley_reader", 16),
    /// Decides, keeps state, appends to the journal; cannot change what is in it.
    WRITER("parley_writer", 8),
    /// Adds checkpoints.
    SIGNER("parley_signer", 2),
    /// Destroys what was said where an erasure is due, and nothing else.
    ERASER("parley_eraser", 2);

    private final String login;
    private final int connections;

    StoreRole(String login, int connections) {
        this.login = login;
        this.connections = connections;
    }

    String login() {
        return login;
    }

    /// At most so many at a time.
    int connections() {
        return connections;
    }
}
