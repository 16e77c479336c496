package org.parley.hub.flow;

import java.util.Set;
import org.parley.kernel.id.OperationId;

/// In which areas a place lies, as far as the operation's log says. A port: `places` answers.
public interface PlaceAreas {

    /// The areas from the smallest outwards; empty where the place is not known, which counts as
    /// inside every forbidden one.
    Set<String> areasOf(OperationId operation, String place);
}
