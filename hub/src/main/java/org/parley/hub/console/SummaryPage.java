package org.parley.hub.console;

import java.util.List;

/// One page to print: what changed since yesterday, each figure with its counting rule and
/// coverage.
///
/// @param statements how many of each kind were said
public record SummaryPage(
        Shell shell,
        String period,
        List<Link> spans,
        List<Figure> figures,
        List<Change> changes,
        List<ListPage.Part> parts,
        List<Link> statements,
        List<String> rules,
        String cut)
        implements Page {

    /// A change in one sentence, with the statement that brought it.
    public record Change(Mark mark, String text, String basis, String link) {}
}
