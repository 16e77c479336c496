package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How much of a line took which step, in the line's unit, as far as the reader sees it reported.
///
/// @param requested by the request as it stands
/// @param ruledFor the least that any authority's latest ruling is for; absent where none ruled
/// @param estimated whether some of it was converted by a stated factor
/// @param missing what receivers reckon should have come
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuantitiesView(
        String unit,
        BigDecimal requested,
        @Nullable BigDecimal ruledFor,
        BigDecimal manifested,
        BigDecimal dispatched,
        BigDecimal inspected,
        BigDecimal offloaded,
        BigDecimal collected,
        BigDecimal arrived,
        BigDecimal distributed,
        BigDecimal intercepted,
        BigDecimal interceptedArmed,
        BigDecimal returned,
        BigDecimal damaged,
        BigDecimal lost,
        BigDecimal missing,
        boolean estimated) {}
