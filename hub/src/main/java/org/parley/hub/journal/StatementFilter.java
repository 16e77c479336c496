package org.parley.hub.journal;

import org.jspecify.annotations.Nullable;

/// Which statements somebody wants to see; null asks for all.
public record StatementFilter(
        @Nullable String type, @Nullable String originator, @Nullable String subject) {

    public static final StatementFilter ALL = new StatementFilter(null, null, null);
}
