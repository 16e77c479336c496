package org.parley.witness;

/// The command ends here, with a code and one sentence for whoever runs it.
final class Ended extends RuntimeException {

    static final int DONE = 0;
    static final int WRONG_USE = 2;
    static final int PORT_TAKEN = 20;
    static final int FOLDER_IN_USE = 21;
    static final int CANNOT_START = 26;
    static final int DAMAGED = 30;
    static final int TWO_HISTORIES = 31;
    static final int NOT_TOLD = 33;

    private final int code;

    Ended(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
