package org.parley.hub.api;

import org.parley.hub.journal.Refusal;

/// Something that is no statement was asked for, and is refused for a reason that can be said.
/// Modules that do such things have an exception of their own beneath this one.
public abstract class ActRefused extends RuntimeException {

    private final transient Refusal why;

    protected ActRefused(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
