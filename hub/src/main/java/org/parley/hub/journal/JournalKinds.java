package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What can be said about the journal itself.
@Component
class JournalKinds implements StatementKinds {

    private final EntryStore entries;
    private final ExpiredStore expired;
    private final Optional<Keepsakes> keepsakes;

    JournalKinds(EntryStore entries, ExpiredStore expired, Optional<Keepsakes> keepsakes) {
        this.entries = entries;
        this.expired = expired;
        this.keepsakes = keepsakes;
    }

    @Override
    public List<? extends StatementKind<?>> kinds() {
        return List.of(new ErasedKind(entries, keepsakes), new ExpiredKind(expired, keepsakes));
    }
}
