package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A boundary as a reader sees it. Boundaries imply no endorsement.
///
/// @param validFrom the day from which it holds, as its author says
/// @param attribution to be shown wherever the outline is
/// @param outline absent for readers below F1
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoundaryView(
        String area,
        LocalDate validFrom,
        String source,
        @Nullable String attribution,
        @Nullable Integer toleranceMetres,
        @Nullable Outline outline,
        String saidBy,
        long index) {}
