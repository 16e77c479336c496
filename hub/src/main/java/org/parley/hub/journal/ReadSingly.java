package org.parley.hub.journal;

import java.util.Set;

/// Kinds whose exact fields (F3) are given to others one statement at a time, and in no list of
/// statements: a feature declares those whose lists it limits itself.
public interface ReadSingly {

    /// Their types.
    Set<String> types();
}
