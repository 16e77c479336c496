package org.parley.hub.journal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// What ends the holding back of texts, said by the second person; that the submitter wanted it as
/// well is checked where acts of two people are (see the release module).
final class TextRulingKind<B extends Record & Body> implements StatementKind<B> {

    private final Class<B> body;
    private final Function<B, StatementId> record;
    private final boolean releases;
    private final HeldTextStore store;
    private final OwnStatements own;
    private final Optional<Keepsakes> keepsakes;

    private TextRulingKind(
            Class<B> body,
            Function<B, StatementId> record,
            boolean releases,
            HeldTextStore store,
            OwnStatements own,
            Optional<Keepsakes> keepsakes) {
        this.body = body;
        this.record = record;
        this.releases = releases;
        this.store = store;
        this.own = own;
        this.keepsakes = keepsakes;
    }

    static StatementKind<TextReleased> releasing(HeldTextStore store, OwnStatements own) {
        return new TextRulingKind<>(
                TextReleased.class, TextReleased::record, true, store, own, Optional.empty());
    }

    /// @param keepsakes what may not be destroyed, by whomever
    static StatementKind<TextStruck> striking(
            HeldTextStore store, OwnStatements own, Optional<Keepsakes> keepsakes) {
        return new TextRulingKind<>(
                TextStruck.class, TextStruck::record, false, store, own, keepsakes);
    }

    @Override
    public String type() {
        return releases ? TextReleased.TYPE : TextStruck.TYPE;
    }

    @Override
    public Class<B> body() {
        return body;
    }

    @Override
    public Label usualLabel(PartnerId originator, B said) {
        return Label.ownOnly(originator);
    }

    /// To those to whom the statement itself was addressed.
    @Override
    public Label usualLabel(Sight sight, B said) {
        var originator = sight.reader().organisation();
        return own.find(sight.reader().operation(), originator, record.apply(said))
                .map(OwnStatement::label)
                .orElseGet(() -> Label.ownOnly(originator));
    }

    @Override
    public Verdict decide(Said<B> said) {
        var id = record.apply(said.body());
        var held = store.find(said.operation(), said.actor().organisation(), id);
        if (held.isEmpty()) {
            return Verdict.refused("journal.no-held-text", Map.of("record", id.toString()));
        }
        if (held.get().ruled()) {
            return Verdict.refused("journal.text-ruled", Map.of("record", id.toString()));
        }
        if (held.get().account().equals(said.actor().account())) {
            return Verdict.refused("journal.text-second-person");
        }
        return keepsakes
                .flatMap(
                        kept ->
                                kept.stays(
                                        said.operation(),
                                        said.actor().organisation(),
                                        id,
                                        held.get().type()))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(Verdict::accepted);
    }

    @Override
    public void apply(Entry<B> entry) {
        store.rule(entry, record.apply(entry.body()), releases);
    }
}
