package org.parley.hub.access;

import java.time.Instant;
import java.util.Optional;

/// An account as those see it who look after accounts.
///
/// @param disabledAt since when it can no longer sign in
public record Standing(Account account, Duties duties, Optional<Instant> disabledAt) {

    public boolean enabled() {
        return disabledAt.isEmpty();
    }

    /// A person who signs in with a secret of their own, now.
    public boolean isPerson() {
        return enabled() && !account.machine() && !account.demo();
    }
}
