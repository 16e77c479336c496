package org.parley.hub.store;

/// The hub's own roles in the database. None of them owns anything.
enum StoreRole {
    /// Reads for those who ask.
    READER("parley_reader"),
    /// Decides, keeps state, appends to the journal; cannot change what is in it.
    WRITER("parley_writer"),
    /// Adds checkpoints.
    SIGNER("parley_signer"),
    /// Destroys what was said where an erasure is due, and nothing else.
    ERASER("parley_eraser");

    private final String login;

    StoreRole(String login) {
        this.login = login;
    }

    String login() {
        return login;
    }
}
