package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How long goods stay between one step and the next.
///
/// @param node the stage that they stay at
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DwellView(
        String node,
        String kind,
        FlowFigure left,
        @Nullable FlowFigure p50Hours,
        @Nullable FlowFigure p90Hours,
        FlowFigure still,
        @Nullable FlowFigure oldestHours) {}
