package org.parley.hub.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Accounts;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.Submissions;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Statements;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Acts that wait for a second person of the same organisation, and the agreement that does them.
/// Who agrees is another person than who proposed, and says the act themselves: the proposal is
/// the first one's statement, the act the second one's.
@Service
public class Proposals {

    private final ProposalStore store;
    private final Statements statements;
    private final Submissions submissions;
    private final Journal journal;
    private final Accounts accounts;
    private final Clocks clocks;
    private final JsonMapper json;

    Proposals(
            ProposalStore store,
            Statements statements,
            Submissions submissions,
            Journal journal,
            Accounts accounts,
            Clocks clocks,
            JsonMapper json) {
        this.store = store;
        this.statements = statements;
        this.submissions = submissions;
        this.journal = journal;
        this.accounts = accounts;
        this.clocks = clocks;
        this.json = json;
    }

    /// Those of the reader's organisation, the newest first.
    public List<ProposalView> list(Asked asked) {
        return store.list(asked.sight(), asked.cut(), null).stream()
                .map(one -> view(asked, one))
                .toList();
    }

    public Optional<ProposalView> find(Asked asked, StatementId id) {
        return store.find(asked.sight(), asked.cut(), id).map(one -> view(asked, one));
    }

    private ProposalView view(Asked asked, ProposalStore.Proposal one) {
        return new ProposalView(
                one.id().toString(),
                one.act().toString(),
                one.type(),
                one.rule(),
                one.account(),
                one.proposedAt(),
                one.expiresAt(),
                state(asked, one),
                one.actIndex(),
                said(asked, new StatementId(one.id())));
    }

    private String state(Asked asked, ProposalStore.Proposal one) {
        var now = asked.cut().live() ? clocks.now(asked.cut().operation()) : asked.cut().at();
        return state(one.actIndex(), one.expiresAt(), now);
    }

    static String state(@Nullable Long actIndex, Instant expiresAt, Instant now) {
        if (actIndex != null) {
            return "agreed";
        }
        return now.isBefore(expiresAt) ? "open" : "expired";
    }

    private @Nullable JsonNode said(Asked asked, StatementId id) {
        return statements
                .find(asked.sight(), asked.cut(), asked.reader().organisation(), id)
                .map(one -> one.says() == null ? null : one.says().get("statement"))
                .map(text -> json.readTree(text.toString()))
                .orElse(null);
    }

    /// Says the act; empty where there is no such proposal.
    ///
    /// @throws NotAllowed when who agrees may not
    public Optional<Outcome> agree(Asked asked, Speaker speaker, StatementId id) {
        var now =
                new Asked(
                        asked.reader(),
                        asked.sight(),
                        journal.now(speaker.operation()),
                        asked.locale());
        return find(now, id).map(proposal -> agree(now, speaker, proposal));
    }

    private Outcome agree(Asked asked, Speaker speaker, ProposalView proposal) {
        refusal(speaker, proposal)
                .ifPresent(
                        code -> {
                            throw new NotAllowed(new Refusal(code, Map.of()));
                        });
        var act = new StatementId(UUID.fromString(proposal.act()));
        var before = journal.find(speaker.operation(), organisation(asked), act);
        return before.orElseGet(
                () ->
                        journal.submit(
                                submissions.agreed(speaker, requireNonNull(proposal.statement()))));
    }

    private static PartnerId organisation(Asked asked) {
        return asked.reader().organisation();
    }

    /// Why this speaker may not agree, if so.
    public Optional<String> refusal(Speaker speaker, ProposalView proposal) {
        if (proposal.by().equals(speaker.actor().account())) {
            return Optional.of("release.same-person");
        }
        boolean person =
                accounts.find(speaker.actor().account())
                        .map(one -> !one.account().machine())
                        .orElse(false);
        if (!person) {
            return Optional.of("release.not-a-person");
        }
        if (proposal.statement() == null) {
            return Optional.of("release.not-all-seen");
        }
        return proposal.state().equals("expired")
                ? Optional.of("release.proposal-expired")
                : Optional.empty();
    }
}
