package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// The form that lets somebody in.
///
/// @param operator whether an operator fills it in, who says for which organisation
public record InvitePage(
        Shell shell,
        boolean operator,
        Optional<String> problem,
        String organisation,
        String post,
        List<ListPage.Option> duties,
        List<ListPage.Option> operations,
        List<ListPage.Option> roles,
        List<ListPage.Option> ceilings)
        implements Page {}
