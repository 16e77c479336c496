package org.parley.hub.journal;

/// Deciding on or applying a statement broke; the batch around it starts over with savepoints.
final class UndecidableStatement extends RuntimeException {

    UndecidableStatement(RuntimeException fault) {
        super(fault);
    }
}
