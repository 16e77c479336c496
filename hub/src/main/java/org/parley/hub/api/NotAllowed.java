package org.parley.hub.api;

import org.parley.hub.journal.Refusal;

/// The account may not do this at all, whatever the record; not used for records that are hidden.
public final class NotAllowed extends RuntimeException {

    private final transient Refusal why;

    public NotAllowed(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
