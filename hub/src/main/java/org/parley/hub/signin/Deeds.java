package org.parley.hub.signin;

import java.time.InstantSource;
import org.parley.hub.access.Account;
import org.parley.hub.access.SignedIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does things to accounts so that what was done, and that it was done, stand or fall together.
@Component
public class Deeds {

    private final ActStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Deeds(
            ActStore store,
            @Qualifier("writer") TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @throws Refused by `deed`, which then leaves nothing behind
    public void together(Runnable deed) {
        transactions.executeWithoutResult(_ -> deed.run());
    }

    /// Somebody does it to another account, or to their own.
    public void note(String act, SignedIn actor, Account account, String address, String detail) {
        note(act, actor.account(), account.organisation().value(), account.id(), address, detail);
    }

    /// @param actor empty where nobody was signed in
    public void note(
            String act,
            String actor,
            String organisation,
            String account,
            String address,
            String detail) {
        together(
                () ->
                        store.add(
                                new Act(
                                        clock.instant(),
                                        act,
                                        actor,
                                        organisation,
                                        account,
                                        address,
                                        detail)));
    }
}
