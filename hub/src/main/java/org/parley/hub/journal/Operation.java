package org.parley.hub.journal;

import java.time.Instant;
import java.util.Map;
import org.parley.kernel.id.OperationId;

/// One agreement in one area, with a log of its own.
///
/// @param names by language tag: `en`, `ar`, `he`, `fr`
/// @param exercise whether everything in it is invented, so that every page and export says so
/// @param inEffectFrom when the agreement took effect: nothing in it is dated before
public record Operation(
        OperationId id, Map<String, String> names, boolean exercise, Instant inEffectFrom) {

    public Operation {
        names = Map.copyOf(names);
    }

    /// The first line of the operation's checkpoints.
    public String origin() {
        return "parley.example/" + id;
    }
}
