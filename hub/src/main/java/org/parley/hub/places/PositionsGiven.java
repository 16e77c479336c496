package org.parley.hub.places;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.hub.audit.Pulls;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.ExactReads;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Component;

/// How much of what its label shows a list says of where others' sites lie: only in the areas that
/// the reader's organisation works in today, and only so many records a day. A site asked for by
/// its id is answered whole.
@Component
class PositionsGiven {

    private final WorkingAreaStore areas;
    private final Pulls pulls;
    private final Clocks clocks;

    PositionsGiven(WorkingAreaStore areas, Pulls pulls, Clocks clocks) {
        this.areas = areas;
        this.pulls = pulls;
        this.clocks = clocks;
    }

    /// The rows of a list, without the positions that it does not give.
    List<DescribedRow> listed(Sight sight, List<DescribedRow> rows) {
        if (rows.stream().noneMatch(row -> isOthers(sight, row))) {
            return rows;
        }
        var reached = areas.reached(sight, today(sight));
        var within = new TreeSet<Long>();
        rows.stream()
                .filter(row -> isOthers(sight, row) && lies(row, reached))
                .forEach(row -> within.add(row.index()));
        var granted =
                within.isEmpty()
                        ? Set.<Long>of()
                        : pulls.take(
                                sight.reader().operation(), sight.reader().organisation(), within);
        granted.forEach(index -> note(sight, rows, index));
        return rows.stream()
                .map(
                        row ->
                                !isOthers(sight, row) || granted.contains(row.index())
                                        ? row
                                        : row.withheld(
                                                lies(row, reached)
                                                        ? PositionHeld.DAY_IS_SPENT
                                                        : PositionHeld.OUTSIDE_WORKING_AREA))
                .collect(Collectors.toList());
    }

    private LocalDate today(Sight sight) {
        return LocalDate.ofInstant(clocks.now(sight.reader().operation()), ZoneOffset.UTC);
    }

    /// By the area that its originator says: positions are not compared, so nobody learns from a
    /// list on which side of a line a site lies.
    private static boolean lies(DescribedRow row, Set<String> reached) {
        var area = row.said().area();
        return area != null && reached.contains(area);
    }

    private static boolean isOthers(Sight sight, DescribedRow row) {
        return row.exact() != null
                && !row.originator().equals(sight.reader().organisation().value());
    }

    /// One row after its reader asked for it by id.
    static DescribedRow single(Sight sight, DescribedRow row) {
        if (row.exact() != null) {
            ExactReads.note(sight, row.originator(), row.index());
        }
        return row;
    }

    private static void note(Sight sight, List<DescribedRow> rows, long index) {
        rows.stream()
                .filter(row -> row.index() == index)
                .forEach(row -> ExactReads.note(sight, row.originator(), index));
    }
}
