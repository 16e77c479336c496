package org.parley.hub.journal;

import java.util.Map;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// The statement that has another one erased. It changes no state by itself: [Erasure] carries it
/// out once its checkpoint is published.
class ErasedKind implements StatementKind<Erased> {

    static final String TYPE = "journal.erased";

    private final EntryStore entries;

    ErasedKind(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Erased> body() {
        return Erased.class;
    }

    /// Readers of the erased statement see that it is gone; nobody else learns that it was there.
    @Override
    public Label usualLabel(PartnerId originator, Erased body) {
        return Label.ownOnly(originator);
    }

    /// Ids belong to their originator, so nobody can name another's statement here. A tombstone
    /// itself cannot be erased.
    @Override
    public Verdict decide(Said<Erased> said) {
        var target = said.body().statement();
        boolean known =
                entries.typeOf(said.operation(), said.actor().organisation(), target)
                        .filter(type -> !type.equals(TYPE))
                        .isPresent();
        return known
                ? Verdict.accepted()
                : Verdict.refused("journal.erase-unknown", Map.of("statement", target.toString()));
    }

    @Override
    public void apply(Entry<Erased> entry) {
        // state that came from the erased statement goes with a rebuild
    }
}
