package org.parley.hub.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For what and how long an operation keeps what is said, as one reader may see it. Counts are of
/// what the reader may see alone.
///
/// @param agreementEnded the agreement's last day; absent while it goes on
/// @param changes what was stated, the newest first
/// @param holds those that stand, then those that were lifted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionView(
        List<Line> keeps,
        @Nullable LocalDate agreementEnded,
        List<Change> changes,
        List<HoldView> holds) {

    /// One rule.
    ///
    /// @param keeps what: `exact`, `site`, `operational`, `record` or `reads`
    /// @param fieldClass the class of fields; F0 with all others
    /// @param usualDays what holds where the operation states nothing
    /// @param purpose absent where none was stated
    /// @param due how many statements are over their time and will be erased next
    /// @param dueSoon how many will be within 30 days, if nothing more is said about them
    /// @param next when the first of them is
    /// @param gone of how many statements it has taken fields
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String keeps,
            String fieldClass,
            int days,
            int usualDays,
            @Nullable String purpose,
            @Nullable String statedBy,
            @Nullable Instant since,
            long due,
            long dueSoon,
            @Nullable Instant next,
            long gone) {}

    /// A period that was stated.
    ///
    /// @param before the days that held until then
    /// @param index its place in the log
    /// @param longer whether it keeps longer than before
    public record Change(
            String keeps,
            int days,
            int before,
            String purpose,
            String statedBy,
            Instant at,
            long index,
            boolean longer) {}
}
