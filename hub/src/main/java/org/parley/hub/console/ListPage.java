package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// A list of like things: partners, places, consignments, statements, or what a search found.
///
/// @param note how complete the list is, and where its facts come from
/// @param choices ways to narrow it
public record ListPage(
        Shell shell,
        String title,
        String note,
        List<Filter> choices,
        List<Link> views,
        List<Link> actions,
        List<Part> parts,
        Optional<Link> previous,
        Optional<Link> next)
        implements Page {

    /// A field of the form that narrows the list.
    ///
    /// @param options value and wording; empty for free text
    public record Filter(String name, String label, String value, List<Option> options) {}

    public record Option(String value, String label) {}

    /// One table with its own heading.
    public record Part(String title, String note, Grid grid, String whenEmpty) {}

    @Override
    public String template() {
        return "list.jte";
    }
}
