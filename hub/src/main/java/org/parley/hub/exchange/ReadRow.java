package org.parley.hub.exchange;

import java.util.List;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.exchange.tabular.Line;

/// What became of one row of a file.
sealed interface ReadRow {

    /// Understood, and flagged where odd.
    record Taken(ObservedRow row) implements ReadRow {}

    /// Not understood well enough to be counted: it goes back to its sender.
    ///
    /// @param key its name in the register, empty where even that is missing
    record HeldBack(Line line, String key, List<String> problems) implements ReadRow {
        public HeldBack {
            problems = List.copyOf(problems);
        }
    }
}
