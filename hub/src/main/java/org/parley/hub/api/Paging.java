package org.parley.hub.api;

import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// Which page somebody wants: at most `limit` items behind the cursor.
public record Paging(int limit, Optional<String> after) {

    public static final int USUAL = 50;
    public static final int MOST = 500;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue(
                    "limit", "value.range", "must be {least} to {most}, was {was}", 1, MOST, limit);
        }
    }

    /// The cursor as a number, for lists in the order of the log.
    public Optional<Long> afterIndex() {
        return after.map(
                text -> {
                    try {
                        return Long.parseLong(text);
                    } catch (NumberFormatException notOurs) {
                        throw new InvalidValue(
                                "after",
                                "value.cursor",
                                "is no cursor of this list: '{was}'; take the one that the last page gave",
                                text);
                    }
                });
    }
}
