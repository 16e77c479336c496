package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// The accounts that an officer or an operator looks after.
///
/// @param waiting recoveries that want a second officer
/// @param awaited keys and links that wait for a second person
/// @param invited links that nobody has used yet
/// @param acts what was done to accounts and keys
public record PeoplePage(
        Shell shell,
        Optional<String> problem,
        List<Link> links,
        Grid people,
        List<Waiting> waiting,
        AwaitedPart awaited,
        ListPage.Part invited,
        ListPage.Part acts)
        implements Page {

    /// @param mine whether the reader asked for it, so that another officer must agree
    public record Waiting(String id, String name, String note, boolean mine) {}
}
