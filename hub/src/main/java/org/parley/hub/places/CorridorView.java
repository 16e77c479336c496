package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// A corridor as a reader sees it, in the words of who described it first.
///
/// @param stops ids of crossings, sites and areas, from the outside inwards; absent below F2
/// @param alsoSaid what others say of it, in the order in which they began to
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CorridorView(
        String corridor,
        Names names,
        @Nullable List<String> stops,
        @Nullable LocalDate until,
        @Nullable String source,
        String saidBy,
        long index,
        List<CorridorView> alsoSaid) {

    static CorridorView of(DescribedRow row, List<CorridorView> alsoSaid) {
        var said = row.said();
        return new CorridorView(
                said.place(),
                said.names(),
                row.cut(OPERATIONAL, said.stops()),
                said.until(),
                said.source(),
                row.originator(),
                row.index(),
                alsoSaid);
    }
}
