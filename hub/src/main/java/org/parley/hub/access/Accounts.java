package org.parley.hub.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Accounts and their sessions: the one place where they change, so that every change is told to
/// what keeps them in memory ([Known]).
@Service
public class Accounts {

    private final AccountStore store;
    private final SessionStore sessions;
    private final TransactionTemplate transactions;
    private final Known known;
    private final InstantSource clock;

    Accounts(
            AccountStore store,
            SessionStore sessions,
            @Qualifier("writer") TransactionTemplate transactions,
            Known known,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.transactions = transactions;
        this.known = known;
        this.clock = clock;
    }

    /// Makes an account, or brings its name and parts up to date.
    public void enrol(Account account) {
        change(account.id(), _ -> store.add(account));
    }

    public void setDuties(String account, Duties duties) {
        change(account, id -> store.setDuties(id, duties));
    }

    public void setPart(String account, Account.Part part) {
        change(account, id -> store.setPart(id, part));
    }

    public void removePart(String account, OperationId operation) {
        change(account, id -> store.removePart(id, operation));
    }

    /// From here on the account cannot sign in, and whoever is signed in with it is not any more.
    public void disable(String account) {
        change(
                account,
                id -> {
                    store.disable(id, clock.instant());
                    sessions.endAll(id);
                });
    }

    public void enable(String account) {
        change(account, store::enable);
    }

    void changeSessions(String account, Consumer<SessionStore> what) {
        change(account, _ -> what.accept(sessions));
    }

    private void change(String account, Consumer<String> what) {
        transactions.executeWithoutResult(
                _ -> {
                    what.accept(account);
                    known.changed();
                });
    }

    public Optional<Standing> find(String account) {
        return store.standing(account);
    }

    public List<Standing> of(PartnerId organisation) {
        return store.of(organisation);
    }

    public List<Standing> all() {
        return store.all();
    }

    List<Account> demo() {
        return store.demo();
    }
}
