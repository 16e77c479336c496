package org.parley.hub.flow;

import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// Where a page of rulings ends: a statement can rule on many lines.
record RulingCursor(long index, String line) {

    static RulingCursor of(Optional<String> after) {
        return after.map(RulingCursor::read).orElse(new RulingCursor(Long.MAX_VALUE, ""));
    }

    private static RulingCursor read(String text) {
        int slash = text.indexOf('/');
        try {
            return new RulingCursor(
                    Long.parseLong(text.substring(0, Math.max(slash, 0))),
                    text.substring(slash + 1));
        } catch (NumberFormatException notOurs) {
            throw new InvalidValue(
                    "after",
                    "value.cursor",
                    "is no cursor of this list: '{was}'; take the one that the last page gave",
                    text);
        }
    }
}
