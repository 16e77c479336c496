package org.parley.hub.retention;

import java.time.Instant;

/// A legal hold on a record, as whoever sees the record sees it.
///
/// @param placedBy the organisation that placed it, and alone can lift it
/// @param hold the id of its statement
/// @param originator whose record it holds
/// @param record the id of that record's statement
/// @param lifted whether it is over; then reason and time are those of lifting
public record HoldView(
        String placedBy,
        String hold,
        String originator,
        String record,
        boolean lifted,
        String reason,
        Instant at) {}
