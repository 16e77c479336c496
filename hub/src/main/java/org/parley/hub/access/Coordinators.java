package org.parley.hub.access;

import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Who may change what holds for others: members, groups and footprint rules. Only accounts that
/// coordinate for the center may; an example or an import, which the hub itself speaks for, has no
/// account and was let in by whoever started it.
@Component
public class Coordinators {

    /// The refusal of whoever may not.
    public static final String REFUSED = "access.not-a-coordinator";

    private final AccountStore accounts;

    Coordinators(AccountStore accounts) {
        this.accounts = accounts;
    }

    /// Whether who speaks may.
    public Verdict decide(Said<?> said) {
        return coordinates(said.operation(), said.actor())
                ? Verdict.accepted()
                : Verdict.refused(REFUSED);
    }

    /// Whether that speaker may.
    public boolean coordinates(OperationId operation, Actor actor) {
        return accounts.find(actor.account())
                .map(
                        account ->
                                account.parts().stream()
                                        .filter(part -> part.operation().equals(operation))
                                        .anyMatch(part -> part.role() == Role.COORDINATOR))
                .orElse(true);
    }
}
