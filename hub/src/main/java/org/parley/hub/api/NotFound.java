package org.parley.hub.api;

/// What was asked for does not exist, for this reader: the same answer whether it is hidden or
/// never was.
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("Not found", null, false, false);
    }
}
