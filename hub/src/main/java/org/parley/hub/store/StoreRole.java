package org.parley.hub.store;

/// The hub's own roles in the database. None of them owns anything.
enum StoreRole {
    /// Reads for those who ask. Row security shows it what the session's reader may see.
    READER("parley_reader", 16),
    /// Reads what the hub needs to run: sessions, labels, the log for proofs and mirrors. Nothing
    /// that it reads is answered to anybody uncut.
    KEEPER("parley_keeper", 8),
    /// Decides, keeps state, appends to the journal; cannot change what is in it. It decides over
    /// all there is and writes by `COPY`, which PostgreSQL refuses under row security.
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

    /// Whether row security does not apply to it.
    boolean passesRowSecurity() {
        return this == WRITER;
    }

    /// At most so many at a time.
    int connections() {
        return connections;
    }
}
