package org.parley.hub.release;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.hub.access.Accounts;
import org.parley.hub.journal.HeldTexts;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.TextReleased;
import org.parley.hub.journal.TextStruck;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Who may ask a second person to release or strike held texts: who submitted them. Where that was
/// a machine, or somebody whose account is no longer, any person of their organisation stands in.
@Component
class Submitters {

    private final HeldTexts texts;
    private final Accounts accounts;

    Submitters(HeldTexts texts, Accounts accounts) {
        this.texts = texts;
        this.accounts = accounts;
    }

    /// Whether acts of that type are for submitters to propose.
    static boolean isTheirs(String type) {
        return type.equals(TextReleased.TYPE) || type.equals(TextStruck.TYPE);
    }

    /// The statement that an act about held texts names; empty for other acts.
    static Optional<StatementId> record(JsonNode act) {
        try {
            return Optional.of(
                    new StatementId(UUID.fromString(act.path("says").path("record").asString(""))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    Verdict decide(Said<ActProposed> said) {
        var actor = said.actor();
        var record = record(said.body().said());
        var held = record.flatMap(id -> texts.find(said.operation(), actor.organisation(), id));
        if (held.isEmpty()) {
            return Verdict.refused(
                    "journal.no-held-text",
                    Map.of("record", record.map(StatementId::toString).orElse("")));
        }
        if (!isPerson(actor.account())) {
            return Verdict.refused("release.not-a-person");
        }
        return standsFor(actor.account(), held.get().account())
                ? Verdict.accepted()
                : Verdict.refused("release.not-its-submitter");
    }

    /// Whether the account stands for who submitted a text of its own organisation.
    boolean standsFor(String account, String submitter) {
        return account.equals(submitter) || !isPerson(submitter);
    }

    private boolean isPerson(String account) {
        return accounts.find(account)
                .filter(known -> !known.account().machine() && known.enabled())
                .isPresent();
    }
}
