package org.parley.hub.reports;

import java.time.Instant;
import java.util.List;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.RegisterView;
import org.parley.hub.claims.RevisionsView;

/// What changed between two cuts, as far as one reader may see it.
///
/// @param exercise whether everything in the operation is invented
/// @param fromSize the log's size at the earlier cut
/// @param statements how many of each kind were said in between: counted are statements in the
///     journal that the reader may see
/// @param claimed claims said for the first time; `revised` those said in other words
/// @param registers those whose rows changed, each with source, rule and coverage
public record SituationSummary(
        String operation,
        boolean exercise,
        Instant from,
        long fromSize,
        Instant until,
        long untilSize,
        List<StatementCount> statements,
        List<ClaimView> claimed,
        List<ClaimView> revised,
        List<RegisterChange> registers) {

    /// Statements of one kind, and of how many organisations.
    public record StatementCount(String type, long count, long organisations) {}

    /// A register that changed.
    public record RegisterChange(RegisterView register, RevisionsView change) {}
}
