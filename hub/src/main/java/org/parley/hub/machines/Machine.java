package org.parley.hub.machines;

import java.util.List;
import org.parley.hub.access.Standing;

/// A program of an organisation that signs in by itself.
///
/// @param keys those that are not revoked, the oldest first
public record Machine(Standing standing, List<MachineKey> keys) {

    public Machine {
        keys = List.copyOf(keys);
    }
}
