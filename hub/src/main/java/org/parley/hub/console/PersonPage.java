package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One account, for those who look after it.
///
/// @param acts what can be done, each a form that is sent to an address below the page's
public record PersonPage(
        Shell shell,
        String title,
        String address,
        Optional<String> problem,
        List<Fact> facts,
        List<Link> acts,
        List<ListPage.Option> operations,
        List<ListPage.Option> roles,
        List<ListPage.Option> ceilings)
        implements Page {}
