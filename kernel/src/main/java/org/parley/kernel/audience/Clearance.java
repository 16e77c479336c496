package org.parley.kernel.audience;

import java.util.Optional;

/// The one place that decides what a reader may see of a record.
public final class Clearance {

    private Clearance() {}

    /// The widest field class that any audience entry matching the reader allows, capped by the
    /// reader's own ceiling; empty when the record does not exist for them. What is unknown counts
    /// as no match.
    public static Optional<FieldClass> ceiling(Reader reader, Label label) {
        if (reader.organisation().equals(label.originator())) {
            return Optional.of(reader.ceiling());
        }
        return label.audience().stream()
                .filter(entry -> label.sensitivity().allows(entry))
                .filter(entry -> entry.includes(reader, label.originator()))
                .map(Audience::upTo)
                .max(FieldClass::compareTo)
                .map(reader.ceiling()::narrower);
    }
}
