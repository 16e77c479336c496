package org.parley.hub.access;

import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// Who may change what holds for others: members, groups and footprint rules. Only accounts that
/// coordinate for the center may; an example or an import, which the hub itself speaks for, has no
/// account and was let in by whoever started it.
@Component
public class Coordinators {

    private final AccountStore accounts;

    Coordinators(AccountStore accounts) {
        this.accounts = accounts;
    }

    /// Whether who speaks may.
    public Verdict decide(Said<?> said) {
        boolean coordinates =
                accounts.find(said.actor().account())
                        .map(
                                account ->
                                        account.parts().stream()
                                                .filter(
                                                        part ->
                                                                part.operation()
                                                                        .equals(said.operation()))
                                                .anyMatch(part -> part.role() == Role.COORDINATOR))
                        .orElse(true);
        return coordinates ? Verdict.accepted() : Verdict.refused("access.not-a-coordinator");
    }
}
