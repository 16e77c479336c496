package org.parley.hub.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;

/// A version of what one originator says of a place, with how much of it the reader may see.
///
/// @param exact where a site lies; read only for labels that show it
/// @param held why a list does not say where it lies, to a reader who may know
record DescribedRow(
        Described said,
        @Nullable Position exact,
        String originator,
        long index,
        Optional<FieldClass> ceiling,
        @Nullable PositionHeld held) {

    /// The same without where it lies.
    DescribedRow withheld(PositionHeld why) {
        return new DescribedRow(said, null, originator, index, ceiling, why);
    }

    boolean shows(FieldClass wanted) {
        return ceiling.filter(upTo -> upTo.covers(wanted)).isPresent();
    }

    /// The value, when the reader may see fields of its class.
    <T> @Nullable T cut(FieldClass wanted, @Nullable T value) {
        return shows(wanted) ? value : null;
    }

    interface View<V> {
        V of(DescribedRow row, List<V> alsoSaid);
    }

    /// One view for each place: what its first describer says, and beside it what others say. The
    /// rows come by place, the first describer's first.
    static <V> List<V> sideBySide(List<DescribedRow> rows, View<V> view) {
        var byPlace = new LinkedHashMap<String, List<DescribedRow>>();
        for (var row : rows) {
            byPlace.computeIfAbsent(row.said().place(), _ -> new ArrayList<>()).add(row);
        }
        return byPlace.values().stream()
                .map(
                        same ->
                                view.of(
                                        same.getFirst(),
                                        same.stream()
                                                .skip(1)
                                                .map(other -> view.of(other, List.of()))
                                                .toList()))
                .toList();
    }
}
