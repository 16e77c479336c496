package org.parley.hub.heard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation could know at a moment, as far as who asks may see it. It rests on the
/// hub's own record: served from a cut that holds a statement which they could read. That somebody
/// read it, it does not say.
///
/// @param until the moment, by the hub's clock
/// @param whole whether who asks belongs to the organisation; others are told of their own
///     statements only
/// @param reached to the organisation's own people: the latest cut that was served by each way
/// @param next the cursor of the next page
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownToView(
        String organisation,
        Instant until,
        boolean whole,
        String rule,
        @Nullable List<Reached> reached,
        List<Known> statements,
        @Nullable String next) {

    /// The latest cut that was served by a way.
    ///
    /// @param upTo the widest class of those who were served
    /// @param size the cut, a published size of the log
    public record Reached(Way way, String upTo, long size, Instant at) {}

    /// A statement that the organisation could know by then.
    ///
    /// @param upTo the widest class of its fields that was delivered
    /// @param way by which it was delivered first
    /// @param size of the cut that was served then; its checkpoint holds the statement
    /// @param receipt where the proof is that the statement is in the log
    public record Known(
            long index,
            String originator,
            String id,
            String type,
            Instant heardAt,
            String upTo,
            Way way,
            long size,
            Instant deliveredAt,
            String receipt) {}
}
