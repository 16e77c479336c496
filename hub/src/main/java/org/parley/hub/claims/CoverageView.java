package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much of what was expected has reported: days with rows, of the days from the first row to
/// the last.
///
/// @param receiving whether a vintage is still arriving, so that figures are not yet whole
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageView(
        long daysReported,
        long daysExpected,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        boolean receiving) {}
