package org.parley.hub.exchange.tabular;

import java.util.Map;
import org.parley.hub.journal.Refusal;

/// A file that cannot be read as a table at all, and why: nothing of it has been taken.
public final class Unreadable extends RuntimeException {

    private final transient Refusal why;

    public Unreadable(String code, Map<String, ?> facts) {
        super(code + " " + facts);
        this.why = new Refusal(code, facts);
    }

    public Refusal why() {
        return why;
    }
}
