package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// What awaits whose answer, for a watch: counts first, then by whom it is awaited of, the longest
/// waiting first. What is analysed rather than watched is folded away beneath.
///
/// @param counts what stands now
/// @param groups one for each organisation that something is awaited of
/// @param more how it went until now, and what was answered late
public record SilencePage(
        Shell shell,
        String title,
        String note,
        List<Link> views,
        List<Count> counts,
        List<Group> groups,
        List<ListPage.Part> more,
        Optional<Link> previous,
        Optional<Link> next)
        implements Page {

    /// @param basis what was counted
    public record Count(String label, String value, String basis) {}

    /// What is awaited of one organisation.
    ///
    /// @param waiting how much, and for how long, in a sentence
    /// @param lines the oldest first
    /// @param elsewhere how much of it stands on other pages, in a sentence; empty where nothing
    public record Group(String name, String waiting, Mark mark, Grid lines, String elsewhere) {}
}
