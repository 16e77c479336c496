package org.parley.hub.journal;

import java.util.List;
import org.springframework.stereotype.Component;

/// What can be said about the journal itself.
@Component
class JournalKinds implements StatementKinds {

    private final EntryStore entries;

    JournalKinds(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public List<? extends StatementKind<?>> kinds() {
        return List.of(new ErasedKind(entries));
    }
}
