package org.parley.hub.retention;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;

/// What is kept by a rule of its own, and for how long where the operation states nothing (trust.md
/// 5.4).
public enum Kept {
    /// Exact fields of movements, contacts of duty included: days after the last that was said of
    /// them, once they are over.
    EXACT("exact", FieldClass.EXACT, 30),
    /// Where a site lies: days after it was one.
    SITE("site", FieldClass.EXACT, 30),
    /// Operational fields: days after the last that was said of them.
    OPERATIONAL("operational", FieldClass.OPERATIONAL, 365),
    /// Headers and coarse fields, and with them all that is left: days after the agreement ended.
    RECORD("record", FieldClass.HEADER, 3650),
    /// Who read which exact record: days after they did. Kept beside the journal, and counted by
    /// the hub's own clock.
    READS("reads", FieldClass.EXACT, 730);

    private final String code;
    private final FieldClass fieldClass;
    private final int usualDays;

    Kept(String code, FieldClass fieldClass, int usualDays) {
        this.code = code;
        this.fieldClass = fieldClass;
        this.usualDays = usualDays;
    }

    public String code() {
        return code;
    }

    FieldClass fieldClass() {
        return fieldClass;
    }

    int usualDays() {
        return usualDays;
    }

    static Kept of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidValue(
                                        "keeps",
                                        "value.one-of",
                                        "must be one of {known}, was '{was}'",
                                        Arrays.stream(values())
                                                .map(Kept::code)
                                                .collect(Collectors.joining(", ")),
                                        code));
    }
}
