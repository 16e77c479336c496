package org.parley.hub.journal;

import java.util.Optional;
import org.parley.kernel.audience.FieldClass;

/// Statements of one type that a reader sees otherwise than before.
///
/// @param from the widest class seen before; empty where they did not exist for the reader
/// @param to the widest class seen after; empty where they exist no longer
public record Shift(
        String type, Optional<FieldClass> from, Optional<FieldClass> to, long statements) {

    /// Whether more is seen than before.
    public boolean gains() {
        return to.isPresent() && from.map(before -> to.get().compareTo(before) > 0).orElse(true);
    }
}
