package org.parley.hub.exchange.tabular;

import java.util.List;
import java.util.Optional;

/// One column of a table.
///
/// @param names what the headers call it: its own cell first, then with the merged header above it
public record Column(int index, List<String> names, Optional<HxlTag> tag) {

    public Column {
        names = List.copyOf(names);
    }

    /// The header as a person would quote it; the tag, or the place, where there is none.
    public String title() {
        return names.isEmpty()
                ? tag.map(HxlTag::toString).orElse("column " + (index + 1))
                : names.getFirst();
    }
}
