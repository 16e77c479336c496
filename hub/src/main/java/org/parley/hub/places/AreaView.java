package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// An area as a reader sees it, in the words of who described it first.
///
/// @param alsoSaid what others say of it, in the order in which they began to
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AreaView(
        String area,
        String kind,
        @Nullable String pcode,
        int level,
        @Nullable String parent,
        Names names,
        @Nullable String source,
        String saidBy,
        long index,
        List<AreaView> alsoSaid) {

    static AreaView of(DescribedRow row, List<AreaView> alsoSaid) {
        var said = row.said();
        return new AreaView(
                said.place(),
                Objects.requireNonNull(said.kind()),
                said.pcode(),
                Objects.requireNonNull(said.level()),
                said.area(),
                said.names(),
                said.source(),
                row.originator(),
                row.index(),
                alsoSaid);
    }
}
