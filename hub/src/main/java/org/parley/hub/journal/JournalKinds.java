package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What can be said about the journal itself.
@Component
class JournalKinds implements StatementKinds {

    private final EntryStore entries;
    private final ExpiredStore expired;
    private final HeldTextStore held;
    private final OwnStatements own;
    private final Optional<Keepsakes> keepsakes;

    JournalKinds(
            EntryStore entries,
            ExpiredStore expired,
            HeldTextStore held,
            OwnStatements own,
            Optional<Keepsakes> keepsakes) {
        this.entries = entries;
        this.expired = expired;
        this.held = held;
        this.own = own;
        this.keepsakes = keepsakes;
    }

    @Override
    public List<? extends StatementKind<?>> kinds() {
        return List.of(
                new ErasedKind(entries, keepsakes),
                new ExpiredKind(expired, keepsakes),
                TextRulingKind.releasing(held, own),
                TextRulingKind.striking(held, own, keepsakes));
    }
}
