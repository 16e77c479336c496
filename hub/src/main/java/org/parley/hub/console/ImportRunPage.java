package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One file: how far the hub has read it, what it would bring or has brought, and what was held
/// back.
///
/// @param percent how far it is, from 0 to 100, while it runs
/// @param problems why the whole file was refused
/// @param confirm where the file goes to be stored; only after a trial that can be stored
/// @param rejected where the rows that were held back can be fetched to be corrected
public record ImportRunPage(
        Shell shell,
        String file,
        Mark mark,
        String state,
        Optional<Integer> percent,
        List<FormPage.Problem> problems,
        List<Fact> counts,
        List<ListPage.Part> parts,
        Optional<String> confirm,
        Optional<String> rejected,
        Link again)
        implements Page {}
