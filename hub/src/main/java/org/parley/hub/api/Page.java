package org.parley.hub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next the cursor of the next page, absent on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    /// A page out of items that were read with one more than the limit, so that it is known whether
    /// there is a next one.
    public static <T> Page<T> of(List<T> oneMore, Paging paging, Function<T, String> cursor) {
        if (oneMore.size() <= paging.limit()) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, paging.limit());
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}
