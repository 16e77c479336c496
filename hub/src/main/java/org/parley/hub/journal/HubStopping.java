package org.parley.hub.journal;

/// The hub is shutting down: nothing was recorded, send it again.
public final class HubStopping extends RuntimeException {

    HubStopping() {
        super("The hub is stopping; the statement was not recorded");
    }
}
