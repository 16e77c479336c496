package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Something did not work: what, and what the reader can do about it.
///
/// @param kind `not-found`, `forbidden`, `bad-request`, `broken`, `unavailable`, `read-only` or
///     `pending`
/// @param reference the id under which the hub's log tells more
public record ErrorPage(
        Shell shell, int status, String kind, List<String> details, Optional<String> reference)
        implements Page {}
