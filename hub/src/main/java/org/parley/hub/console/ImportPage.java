package org.parley.hub.console;

import java.util.List;

/// Bringing a partner's file in: choose it and how to read it. Nothing is stored before it is
/// confirmed on the page that shows what it would bring.
///
/// @param speaks whether the reader may bring files in
public record ImportPage(
        Shell shell,
        boolean speaks,
        List<ListPage.Option> mappings,
        List<FormPage.Problem> problems,
        ListPage.Part earlier)
        implements Page {}
