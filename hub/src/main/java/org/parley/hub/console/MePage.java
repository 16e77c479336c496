package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One's own keys, recovery codes and sessions.
///
/// @param demo whether the account is an example's, which has no keys
/// @param options what the authenticator is asked for when a key is added
/// @param provided empty where its organisation has no sign-in of its own
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
        Optional<Provided> provided,
        List<Stay> sessions)
        implements Page {

    /// By its organisation's own sign-in.
    ///
    /// @param linked since when it is linked, in a sentence; empty where it is not
    /// @param offered providers that can be linked
    /// @param go on to the provider, once that was asked for
    public record Provided(
            Optional<String> linked, List<ListPage.Option> offered, Optional<Link> go) {}

    public record Key(String id, String name, String note) {}

    /// A session: by what, from where, since when.
    ///
    /// @param current whether it is the one that looks at the page
    public record Stay(String id, String name, String note, boolean current) {}
}
