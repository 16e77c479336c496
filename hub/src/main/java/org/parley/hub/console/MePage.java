package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One's own keys, recovery codes and sessions.
///
/// @param demo whether the account is an example's, which has no keys
/// @param options what the authenticator is asked for when a key is added
/// @param codes how many recovery codes are left, in a sentence
public record MePage(
        Shell shell,
        Optional<String> reminder,
        Optional<String> problem,
        List<Fact> facts,
        List<Link> links,
        boolean demo,
        List<Key> keys,
        String options,
        String codes,
        List<Stay> sessions)
        implements Page {

    public record Key(String id, String name, String note) {}

    /// A session: by what, from where, since when.
    ///
    /// @param current whether it is the one that looks at the page
    public record Stay(String id, String name, String note, boolean current) {}
}
