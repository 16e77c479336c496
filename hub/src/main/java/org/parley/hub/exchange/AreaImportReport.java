package org.parley.hub.exchange;

import java.time.LocalDate;
import java.util.List;

/// What an import of boundaries did, or would do.
///
/// @param areas described, those around the features included
/// @param boundaries drawn
/// @param statements new in the journal; 0 in a dry run and where all had been said before
/// @param positions in the file
/// @param positionsKept after simplifying
/// @param farthestMetres the greatest distance between a kept outline and the file's
/// @param validFrom the days from which the boundaries hold
public record AreaImportReport(
        int areas,
        int boundaries,
        int statements,
        int positions,
        int positionsKept,
        int farthestMetres,
        List<LocalDate> validFrom,
        boolean dryRun) {}
