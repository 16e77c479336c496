package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.parley.kernel.audience.FieldClass;

/// A statement that nobody has said yet, as one reader would see it.
///
/// @param upTo the widest class that the reader would see; empty when it would not exist for them
/// @param seen the view that the reader would get
/// @param parts all that is said, each shown to that reader or withheld
public record Preview(Optional<FieldClass> upTo, Optional<StatementView> seen, List<Part> parts) {

    public Preview {
        parts = List.copyOf(parts);
    }

    /// One field of what is said.
    ///
    /// @param fieldClass the class that the reader must be cleared up to
    /// @param shown whether the view holds it
    /// @param value as its author said it
    public record Part(String name, FieldClass fieldClass, boolean shown, Object value) {}
}
