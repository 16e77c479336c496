package org.parley.hub.store;

/// Something outside the hub keeps it from starting. The message is one sentence for its operator:
/// what is wrong and what to do.
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
