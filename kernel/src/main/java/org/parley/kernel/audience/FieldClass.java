package org.parley.kernel.audience;

import org.parley.kernel.InvalidValue;

/// How much a field gives away, in widening order. There is no class for personal data: it is not
/// accepted at all.
public enum FieldClass {
    /// F0: type, operation, originator, day.
    HEADER,
    /// F1: area at the second administrative level, day, status, cargo class.
    COARSE,
    /// F2: time window, corridor, counts.
    OPERATIONAL,
    /// F3: coordinates, plate, route, duty phone.
    EXACT;

    /// `F0` to `F3`, the form in statements and on the wire.
    public String code() {
        return "F" + ordinal();
    }

    public static FieldClass of(String code) {
        return switch (code) {
            case "F0" -> HEADER;
            case "F1" -> COARSE;
            case "F2" -> OPERATIONAL;
            case "F3" -> EXACT;
            default ->
                    throw new InvalidValue(
                            "fieldClass",
                            "value.field-class",
                            "must be F0 to F3, was '{was}'",
                            code);
        };
    }

    /// Whether somebody cleared up to this class may see a field of `wanted`.
    public boolean covers(FieldClass wanted) {
        return compareTo(wanted) >= 0;
    }

    FieldClass narrower(FieldClass other) {
        return covers(other) ? other : this;
    }
}
