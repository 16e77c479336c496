package org.parley.hub.exchange;

import org.parley.hub.journal.Refusal;

/// The journal did not take what the file says, and why. Statements that went before stay; sending
/// the file again carries on where it stopped.
public final class ImportRefused extends RuntimeException {

    private final transient Refusal why;

    public ImportRefused(Refusal why) {
        super(why.code() + " " + why.facts());
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
