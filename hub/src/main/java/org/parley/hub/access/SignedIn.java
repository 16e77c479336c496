package org.parley.hub.access;

import org.parley.kernel.id.PartnerId;

/// Somebody who is signed in: the account, and the one organisation that it acts for.
///
/// @param name what the console shows: a post, never a person's name
/// @param duties what it does beyond its parts in operations
public record SignedIn(
        String account, PartnerId organisation, String name, Duties duties, Session session) {

    /// An account that acts without a session, as the command line does.
    public SignedIn(String account, PartnerId organisation, String name) {
        this(account, organisation, name, Duties.NONE, Session.NONE);
    }
}
