package org.parley.hub.audit;

import java.time.Instant;

/// Somebody read more within an hour than they usually do (`reads`), or an organisation pulled from
/// lists all that it may within a day (`pulls`). An originator's alert counts its own
/// records alone; the alert of the reader's own organisation counts all.
///
/// @param what `reads` or `pulls`
/// @param own whether the reader is of one's own organisation
/// @param hour the hour's beginning; of pulls the day's
/// @param records exact records read in that time, when the alert was raised
/// @param usual the median of the hours in which the account read any
/// @param bound what it would have had to stay within
public record ReadAlertView(
        String what,
        boolean own,
        String organisation,
        String account,
        Instant hour,
        Instant raisedAt,
        long records,
        long usual,
        long bound) {}
