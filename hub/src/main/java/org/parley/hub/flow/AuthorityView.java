package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one authority ruled on one kind of assistance, as far as the reader sees its rulings, said
/// by itself or heard by others.
///
/// @param reasons on how many lines each reason was given; a line can have several
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorityView(
        String authority,
        String kind,
        FlowFigure ruledOn,
        FlowFigure inPart,
        FlowFigure against,
        Map<String, Long> reasons,
        @Nullable FlowFigure p50Hours,
        @Nullable FlowFigure p90Hours) {}
