package org.parley.hub.claims;

import org.jspecify.annotations.Nullable;

/// Which rows of a register to list; null means any.
///
/// @param month as `2024-09`
public record RowFilter(@Nullable String flag, @Nullable String month, @Nullable String place) {

    public static final RowFilter ALL = new RowFilter(null, null, null);
}
