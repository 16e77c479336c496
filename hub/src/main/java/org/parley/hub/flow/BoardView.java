package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Consignments by stage.
///
/// @param stages in the order of the way
public record BoardView(Instant at, List<Column> stages) {

    /// @param oldestHours the longest that any of them has been here
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            String stage,
            FlowFigure count,
            FlowFigure weight,
            @Nullable FlowFigure medianHours,
            @Nullable FlowFigure oldestHours,
            List<ConsignmentRow> cards) {}
}
