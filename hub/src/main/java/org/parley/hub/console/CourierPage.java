package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Where somebody hands over what devices signed.
///
/// @param text what was pasted, where it has to be seen again
/// @param heard what became of each text
public record CourierPage(Shell shell, Optional<String> problem, String text, List<Brought> heard)
        implements Page {

    /// @param why it was refused, sentence by sentence
    public record Brought(String id, Mark mark, String state, List<String> why) {}
}
