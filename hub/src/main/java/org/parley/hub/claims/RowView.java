package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One observed row in one of its versions. Fields that the publisher left blank are absent.
///
/// @param knownFrom the statement that brought it, as its index in the log
/// @param knownUntil the statement that replaced or withdrew it; absent while it stands
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowView(
        String key,
        String vintage,
        LocalDate date,
        @Nullable String place,
        @Nullable String category,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String assistance,
        @Nullable String donor,
        @Nullable String destination,
        @Nullable String description,
        List<String> flags,
        long knownFrom,
        @Nullable Long knownUntil) {}
