package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Bringing a partner's file in: choose it, see what would happen row by row, confirm.
public record ImportPage(
        Shell shell,
        List<ListPage.Option> mappings,
        String mapping,
        List<FormPage.Problem> problems,
        Optional<Trial> trial,
        Optional<Done> done,
        ListPage.Part earlier)
        implements Page {

    /// What a file would bring.
    ///
    /// @param ticket under which the hub keeps the file until it is confirmed
    public record Trial(
            String ticket, String file, List<Fact> counts, ListPage.Part rows, boolean blocked) {}

    /// What a file brought.
    public record Done(String file, List<Fact> counts, Link journal) {}
}
