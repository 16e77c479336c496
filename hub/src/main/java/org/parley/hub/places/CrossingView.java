package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// A crossing as a reader sees it, in the words of who described it first.
///
/// @param position absent for readers below F2, and where nobody said it
/// @param alsoSaid what others say of it, in the order in which they began to
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CrossingView(
        String crossing,
        String kind,
        Names names,
        @Nullable String area,
        @Nullable String zone,
        @Nullable Map<String, String> codes,
        @Nullable Position position,
        @Nullable LocalDate until,
        @Nullable String source,
        String saidBy,
        long index,
        List<CrossingView> alsoSaid) {

    static CrossingView of(DescribedRow row, List<CrossingView> alsoSaid) {
        var said = row.said();
        return new CrossingView(
                said.place(),
                Objects.requireNonNull(said.kind()),
                said.names(),
                row.cut(COARSE, said.area()),
                said.zone(),
                said.codes(),
                row.cut(OPERATIONAL, said.position()),
                said.until(),
                said.source(),
                row.originator(),
                row.index(),
                alsoSaid);
    }
}
