package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// A site as a reader sees it, in the words of who described it first.
///
/// @param position only for readers who may see F3 of it; in lists only in their working areas
/// @param positionHeld why a list leaves the position out that this site's own address gives
/// @param alsoSaid what others say of it, in the order in which they began to
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SiteView(
        String site,
        @Nullable String kind,
        @Nullable Names names,
        @Nullable String area,
        @Nullable Position position,
        @Nullable PositionHeld positionHeld,
        @Nullable LocalDate until,
        @Nullable String source,
        String saidBy,
        long index,
        List<SiteView> alsoSaid) {

    static SiteView of(DescribedRow row, List<SiteView> alsoSaid) {
        var said = row.said();
        return new SiteView(
                said.place(),
                row.cut(COARSE, said.kind()),
                row.cut(COARSE, said.names()),
                row.cut(COARSE, said.area()),
                row.cut(EXACT, row.exact()),
                row.held(),
                row.cut(COARSE, said.until()),
                row.cut(COARSE, said.source()),
                row.originator(),
                row.index(),
                alsoSaid);
    }
}
