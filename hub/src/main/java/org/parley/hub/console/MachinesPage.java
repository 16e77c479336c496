package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// The machines of an organisation with their keys, and the form that enrols one.
///
/// @param awaited keys that wait for a second person
/// @param origin what the machine names as its audience
public record MachinesPage(
        Shell shell,
        Optional<String> problem,
        List<Machine> machines,
        AwaitedPart awaited,
        String name,
        String origin,
        List<ListPage.Option> operations,
        List<ListPage.Option> roles,
        List<ListPage.Option> ceilings)
        implements Page {

    /// @param note its parts and state
    public record Machine(String id, String name, String note, List<Key> keys) {}

    /// @param note when and by whom it was enrolled, and when it was last used
    public record Key(String id, String note) {}
}
