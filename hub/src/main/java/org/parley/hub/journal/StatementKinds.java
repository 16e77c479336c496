package org.parley.hub.journal;

import java.util.List;

/// What can be said about one feature. Each feature declares it as one Spring bean; the journal
/// finds its kinds by type name when it writes and when it replays.
@FunctionalInterface
public interface StatementKinds {

    List<? extends StatementKind<?>> kinds();
}
