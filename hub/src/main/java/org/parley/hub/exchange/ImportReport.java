package org.parley.hub.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of a file.
///
/// @param form what was found out about the file: encoding and delimiter, or XLSX
/// @param sameFile whether this very file had been taken before, so that nothing was new
/// @param rows all rows of data in the file; `added + changed + same + heldBack` of them
/// @param withdrawn rows of earlier vintages that the file no longer has
/// @param backDated added rows whose event lies within the time already published
/// @param flags how many taken rows carry each flag
/// @param problems how many rows were held back for each problem
/// @param statements how many statements went into the journal
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        String file,
        String form,
        String mapping,
        String source,
        String vintage,
        LocalDate asOf,
        boolean part,
        boolean dryRun,
        boolean sameFile,
        long rows,
        long added,
        long changed,
        long same,
        long withdrawn,
        long backDated,
        long heldBack,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        SortedMap<String, Long> flags,
        SortedMap<String, Long> problems,
        long statements) {

    public ImportReport {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
        problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
    }
}
