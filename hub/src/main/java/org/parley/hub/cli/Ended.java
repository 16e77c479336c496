package org.parley.hub.cli;

/// A command ends here, with one sentence for whoever gave it.
public final class Ended extends RuntimeException {

    private final Exit exit;

    public Ended(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }
}
