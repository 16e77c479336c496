package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an authority ruled on a line, and who says so.
///
/// @param line absent for who does not see operational detail: then there is one of these for all
///     lines of a ruling
/// @param outcome absent where it is not the same for all of them
/// @param expired whether it can no longer be used at the moment that was asked about
/// @param decisionHours from the request to the ruling
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulingView(
        String ruling,
        String consignment,
        @Nullable String line,
        String authority,
        String saidBy,
        String statement,
        long index,
        Instant ruledAt,
        List<String> marks,
        @Nullable String outcome,
        @Nullable String category,
        @Nullable BigDecimal allowed,
        @Nullable BigDecimal requested,
        @Nullable String unit,
        @Nullable List<String> reasons,
        @Nullable String note,
        @Nullable List<String> conditions,
        @Nullable Instant validUntil,
        @Nullable Boolean expired,
        @Nullable BigDecimal decisionHours) {}
