package org.parley.kernel;

/// A value that cannot be: the field it was meant for, and what is wrong with it. Thrown by the
/// constructors of value types; the edge of the hub collects all of them before it answers 400.
public final class InvalidValue extends IllegalArgumentException {

    private final String field;
    private final String problem;

    public InvalidValue(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    /// The field as its author knows it, for example `quantity` or `lines[2].unit`.
    public String field() {
        return field;
    }

    /// What is wrong, naming the value and what is expected instead.
    public String problem() {
        return problem;
    }
}
