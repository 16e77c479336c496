package org.parley.hub.signin;

import java.time.Instant;
import java.util.List;
import org.parley.hub.access.Account;
import org.parley.hub.access.Duties;

/// A link that lets somebody enrol a key, once.
///
/// @param organisation for which they will act; empty where the first person of a hub says it
/// @param account under which id; made when the link is used, unless there is one
/// @param name what the account will be called: a post, never a person's name
/// @param waits whether a second person has yet to stand for it
/// @param madeBy the account that made it; empty for the hub itself
public record Enrolment(
        Purpose purpose,
        String organisation,
        String account,
        String name,
        Duties duties,
        List<Account.Part> parts,
        String madeBy,
        Instant madeAt,
        Instant endsAt,
        boolean waits) {

    public Enrolment {
        parts = List.copyOf(parts);
    }

    /// What it is for.
    public enum Purpose {
        /// The first person of a hub.
        SETUP,
        /// A further person.
        INVITATION,
        /// Somebody who lost their keys. What they had is revoked when it is used.
        RECOVERY
    }
}
