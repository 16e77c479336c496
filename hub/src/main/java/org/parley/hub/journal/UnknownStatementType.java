package org.parley.hub.journal;

/// The log or a submission has a type of statement that no feature of this hub understands.
public final class UnknownStatementType extends RuntimeException {

    private final String type;

    UnknownStatementType(String type) {
        super("No feature understands statements of type " + type);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
