package org.parley.hub.examples;

import java.util.List;
import org.parley.hub.access.Account;
import org.parley.hub.journal.Submission;
import org.parley.kernel.id.OperationId;

/// An operation that ships with the product, loaded by `./parley demo`.
public interface ExampleOperation {

    OperationId id();

    /// Opens the operation and says all that is not said yet; on a second start it changes nothing.
    void load();

    /// Says which organisations are members, where [#load()] has not said it: those of the accounts
    /// must be.
    default List<Submission<?>> memberships() {
        return List.of();
    }

    /// The accounts with which it can be looked at from this machine.
    List<Account> accounts();

    /// Begins to live on, where the operation has a clock of its own. Called once all are loaded.
    default void start() {}
}
