package org.parley.hub.assurance;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.AuthorProof;
import org.springframework.stereotype.Service;

/// How sure one can be of a statement's author, and who is said to have it.
@Service
public class Assurances {

    private static final String SIGNED = Assurance.PASSKEY_SIGNED.code();

    private final AssuranceStore store;
    private final Statements statements;
    private final OwnStatements own;

    Assurances(AssuranceStore store, Statements statements, OwnStatements own) {
        this.store = store;
        this.statements = statements;
        this.own = own;
    }

    /// Empty where there is no such statement for who asks.
    public Optional<AssuranceView> find(Asked asked, PartnerId originator, StatementId record) {
        return statements
                .find(asked.sight(), asked.cut(), originator, record)
                .map(
                        found ->
                                new AssuranceView(
                                        proofs(asked, originator, record, found),
                                        store
                                                .acknowledgements(
                                                        asked.sight(),
                                                        asked.cut(),
                                                        originator,
                                                        record)
                                                .stream()
                                                .map(one -> view(asked, one))
                                                .toList(),
                                        challenge(asked, originator, record)));
    }

    /// The signature that the statement was logged with, then those that were brought later.
    private List<AssuranceView.Proof> proofs(
            Asked asked, PartnerId originator, StatementId record, StatementView statement) {
        var logged =
                statements.signature(asked.sight(), asked.cut(), originator, record).stream()
                        .map(
                                proof ->
                                        new AssuranceView.Proof(
                                                SIGNED,
                                                proof.keyName(),
                                                statement.heardAt(),
                                                record.toString()));
        var brought =
                store.proofs(asked.sight(), asked.cut(), originator, record).stream()
                        .map(Assurances::view);
        return Stream.concat(logged, brought).toList();
    }

    private static AssuranceView.Proof view(AssuranceStore.Proved proved) {
        return new AssuranceView.Proof(
                SIGNED, proved.proof().keyName(), proved.at(), proved.statement().toString());
    }

    private static AssuranceView.Acknowledgement view(
            Asked asked, AssuranceStore.Acknowledgement one) {
        boolean coarse = asked.sight().shows(one.label(), FieldClass.COARSE);
        boolean unproved = one.means().equals(Means.SIGNED_FILE.code()) && !one.proved();
        return new AssuranceView.Acknowledgement(
                one.by(),
                unproved ? "file-not-proved" : one.means(),
                one.at(),
                one.recorder(),
                one.statement().toString(),
                one.hash(),
                coarse ? one.post() : null,
                coarse ? one.readBack() : null,
                coarse ? one.note() : null);
    }

    private @Nullable String challenge(Asked asked, PartnerId originator, StatementId record) {
        return originator.equals(asked.reader().organisation())
                ? challenge(asked.cut().operation(), originator, record).orElse(null)
                : null;
    }

    private Optional<String> challenge(
            OperationId operation, PartnerId originator, StatementId record) {
        return own.written(operation, originator, record)
                .map(written -> AuthorProof.challenge(written.statement()))
                .map(hash -> Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /// Whether this account made the statement, and so can prove it.
    public boolean isAuthor(Asked asked, String account, StatementId record) {
        return own.written(asked.cut().operation(), asked.reader().organisation(), record)
                .filter(written -> account.equals(written.account()))
                .isPresent();
    }
}
