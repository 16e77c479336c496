package org.parley.hub.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.OwnStatement;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;

/// A recall reaches those whom the statement reached, and by name those who could read it once and
/// can no longer. Ids belong to their originator, so nobody recalls another's.
record RecallKind(OwnStatements own, Holders holders, RecallStore store)
        implements StatementKind<RecallAsked> {

    @Override
    public String type() {
        return "release.recall-asked";
    }

    @Override
    public Class<RecallAsked> body() {
        return RecallAsked.class;
    }

    @Override
    public Label usualLabel(Sight sight, RecallAsked body) {
        var originator = sight.reader().organisation();
        return own.find(sight.reader().operation(), originator, body.record())
                .map(statement -> reaching(sight, originator, statement))
                .orElseGet(() -> Label.ownOnly(originator));
    }

    private Label reaching(Sight sight, PartnerId originator, OwnStatement statement) {
        var label = statement.label();
        var by = holders.now(sight, statement).keySet();
        return by.isEmpty()
                ? label
                : new Label(
                        originator,
                        Stream.concat(
                                        Stream.<Audience>of(
                                                new Audience.Organisations(by, FieldClass.EXACT)),
                                        label.audience().stream())
                                .toList(),
                        label.sensitivity());
    }

    @Override
    public Verdict decide(Said<RecallAsked> said) {
        var record = said.body().record();
        return own.find(said.operation(), said.actor().organisation(), record).isPresent()
                ? Verdict.accepted()
                : Verdict.refused("release.not-your-record", Map.of("record", record.toString()));
    }

    @Override
    public void apply(Entry<RecallAsked> entry) {
        store.add(entry);
    }

    /// To the organisation that asked, and to nobody else.
    record Answered(RecallStore store) implements StatementKind<RecallAnswered> {

        @Override
        public String type() {
            return "release.recall-answered";
        }

        @Override
        public Class<RecallAnswered> body() {
            return RecallAnswered.class;
        }

        @Override
        public Label usualLabel(PartnerId originator, RecallAnswered body) {
            return new Label(
                    originator,
                    List.of(
                            new Audience.Organisations(
                                    Set.of(body.originator()), FieldClass.EXACT)),
                    Sensitivity.HIGH);
        }

        @Override
        public void apply(Entry<RecallAnswered> entry) {
            store.addAnswer(entry);
        }
    }
}
