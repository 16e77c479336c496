package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Consignments of one kind of assistance by stage.
///
/// @param at the moment that ages are reckoned at
/// @param stages in the order of the way
public record BoardView(String kind, Instant at, List<Column> stages) {

    /// @param weight on paper what those that stand there ask for; on the way what lies there now
    /// @param oldestHours the longest that any of them has been here
    /// @param cards those that have been here longest
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            String stage,
            FlowFigure count,
            FlowFigure weight,
            @Nullable FlowFigure medianHours,
            @Nullable FlowFigure oldestHours,
            List<ConsignmentRow> cards) {}
}
