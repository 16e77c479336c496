package org.parley.hub.heard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What awaits whose answer, and how long answers took. Counted is what the reader may see: an
/// answer that they may not see is none for them.
///
/// @param at the moment, by the hub's clock, to which what is open has waited
/// @param open the oldest first, a page of them
/// @param late answered after they were due, the last answered first
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilenceView(
        Instant at,
        List<Tally> organisations,
        List<Line> open,
        List<Line> late,
        @Nullable String next) {

    /// How one organisation answers one kind of question. `asked` is the sum of `answered`,
    /// `lapsed` and `open`; `late` is part of `answered`, `overdue` of `open`.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tally(
            String organisation,
            String kind,
            Measured asked,
            Measured answered,
            Measured late,
            Measured lapsed,
            Measured open,
            Measured overdue,
            @Nullable Measured p50Hours,
            @Nullable Measured p90Hours,
            @Nullable Measured longestOpenHours) {}

    /// One question.
    ///
    /// @param endedIndex of the statement that answers it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String kind,
            String about,
            String askedBy,
            String awaits,
            long index,
            Instant askedAt,
            @Nullable Instant due,
            @Nullable Long endedIndex,
            @Nullable Instant endedAt) {}
}
