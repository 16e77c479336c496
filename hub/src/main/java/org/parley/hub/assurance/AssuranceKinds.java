package org.parley.hub.assurance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.OwnStatement;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.parley.hub.machines.SignedFiles;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Keyring;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// What can be said about who said something.
@Component
class AssuranceKinds implements StatementKinds {

    private final OwnStatements own;
    private final AssuranceStore store;
    private final Keyring keyring;
    private final HubOrigin origin;
    private final SignedFiles files;

    AssuranceKinds(
            OwnStatements own,
            AssuranceStore store,
            Keyring keyring,
            HubOrigin origin,
            SignedFiles files) {
        this.own = own;
        this.store = store;
        this.keyring = keyring;
        this.origin = origin;
        this.files = files;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(new Proving(own, store, keyring, origin), new Acknowledging(store, files));
    }

    /// Reaches whom the statement itself reaches.
    private record Proving(
            OwnStatements own, AssuranceStore store, Keyring keyring, HubOrigin origin)
            implements StatementKind<AuthorProved> {

        @Override
        public String type() {
            return "assurance.author-proved";
        }

        @Override
        public Class<AuthorProved> body() {
            return AuthorProved.class;
        }

        @Override
        public Label usualLabel(Sight sight, AuthorProved body) {
            var originator = sight.reader().organisation();
            return own.find(sight.reader().operation(), originator, body.record())
                    .map(OwnStatement::label)
                    .orElseGet(() -> Label.ownOnly(originator));
        }

        @Override
        public Verdict decide(Said<AuthorProved> said) {
            var record = said.body().record();
            var written =
                    own.written(said.operation(), said.actor().organisation(), record).orElse(null);
            if (written == null || !said.actor().account().equals(written.account())) {
                return Verdict.refused(
                        "assurance.not-your-statement", Map.of("record", record.toString()));
            }
            var proof = said.body().proof();
            if (!proof.proves(written.statement())
                    || !proof.origin().equals(origin.text())
                    || !proof.isForDomain(origin.domain())) {
                return Verdict.refused("assurance.not-signed", Map.of());
            }
            return keyring.holds(said.actor().account(), proof.publicKey())
                    ? Verdict.accepted()
                    : Verdict.refused("assurance.key-not-enrolled", Map.of());
        }

        @Override
        public void apply(Entry<AuthorProved> entry) {
            store.add(entry);
        }
    }

    /// To those whom it is between, and to the desk that records it.
    private record Acknowledging(AssuranceStore store, SignedFiles files)
            implements StatementKind<Acknowledged> {

        static final String UNCHECKED = "assurance.file-not-proved";

        @Override
        public String type() {
            return "assurance.acknowledged";
        }

        @Override
        public Class<Acknowledged> body() {
            return Acknowledged.class;
        }

        @Override
        public Label usualLabel(PartnerId originator, Acknowledged body) {
            return new Label(
                    originator,
                    List.of(
                            new Audience.Organisations(
                                    Set.copyOf(List.of(body.originator(), body.acknowledgedBy())),
                                    FieldClass.EXACT)),
                    Sensitivity.HIGH);
        }

        @Override
        public Verdict decide(Said<Acknowledged> said) {
            var body = said.body();
            var file = body.file();
            boolean proved =
                    file != null
                            && files.prove(
                                    body.acknowledgedBy(),
                                    file,
                                    Map.of(
                                            "operation", said.operation().value(),
                                            "originator", body.originator().value(),
                                            "record", body.record().toString()));
            return body.means() != Means.SIGNED_FILE || proved
                    ? Verdict.accepted()
                    : Verdict.accepted(Set.of(UNCHECKED));
        }

        @Override
        public void apply(Entry<Acknowledged> entry) {
            store.add(entry, !entry.marks().contains(UNCHECKED));
        }
    }
}
