package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One thing with its facts and the tables that belong to it.
///
/// @param kind what it is, in a word
/// @param state how it stands, if it has a state
public record DetailPage(
        Shell shell,
        String kind,
        String title,
        Optional<Grid.Cell> state,
        List<Fact> facts,
        List<String> notes,
        List<Link> actions,
        List<ListPage.Part> parts)
        implements Page {}
