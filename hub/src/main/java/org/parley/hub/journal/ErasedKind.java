package org.parley.hub.journal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// The statement that has another one erased. It changes no state by itself: [Erasure] carries it
/// out once its checkpoint is published.
class ErasedKind implements StatementKind<Erased> {

    static final String TYPE = "journal.erased";

    /// Tombstones, which cannot be erased themselves.
    private static final Set<String> TOMBSTONES = Set.of(TYPE, ExpiredKind.TYPE, TextStruck.TYPE);

    private final EntryStore entries;
    private final Optional<Keepsakes> keepsakes;

    ErasedKind(EntryStore entries, Optional<Keepsakes> keepsakes) {
        this.entries = entries;
        this.keepsakes = keepsakes;
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
        return entries.typeOf(said.operation(), said.actor().organisation(), target)
                .filter(type -> !TOMBSTONES.contains(type))
                .map(type -> decide(said, type))
                .orElseGet(
                        () ->
                                Verdict.refused(
                                        "journal.erase-unknown",
                                        Map.of("statement", target.toString())));
    }

    private Verdict decide(Said<Erased> said, String type) {
        var originator = said.actor().organisation();
        return keepsakes
                .flatMap(
                        kept ->
                                kept.stays(
                                        said.operation(),
                                        originator,
                                        said.body().statement(),
                                        type))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(Verdict::accepted);
    }

    @Override
    public void apply(Entry<Erased> entry) {
        // state that came from the erased statement goes with a rebuild
    }
}
