package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one organisation says of a crossing's day, as a reader sees it.
///
/// @param revised whether it said something else before
/// @param marks what did not fit when it was heard, such as a day before the agreement
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrossingDaySaid(
        String saidBy,
        long index,
        Instant heardAt,
        boolean revised,
        List<String> marks,
        @Nullable List<Opening> openings,
        @Nullable List<Hours> hours,
        @Nullable List<Capacity> capacities,
        @Nullable String note) {

    /// What is said of these goods: of this flow and category, else of all goods of this flow, else
    /// of this category in every flow, else of everything. Empty when nothing is.
    public Optional<Opening> opening(String flow, String category) {
        return openings == null
                ? Optional.empty()
                : openings.stream()
                        .filter(opening -> opening.concerns(flow, category))
                        .max(Comparator.comparingInt(Opening::precision));
    }
}
