package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One leg as planned.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegView(
        String leg,
        String carrier,
        String saidBy,
        String statement,
        long index,
        @Nullable Instant departs,
        @Nullable Instant arrives,
        List<Goods> goods,
        @Nullable String from,
        @Nullable String to) {}
