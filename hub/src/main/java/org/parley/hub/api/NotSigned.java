package org.parley.hub.api;

import org.parley.hub.journal.Refusal;

/// What is said to be its author's signature over a statement is none; nothing was logged.
public final class NotSigned extends RuntimeException {

    private final transient Refusal why;

    public NotSigned(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
