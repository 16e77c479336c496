package org.parley.kernel.audience;

/// When something was addressed to a group, as far as those who join later want to know.
///
/// @param afterJoining the place in the log of the last joining before it
/// @param day the day on which it was heard, counted from 1970-01-01 UTC
public record Addressed(long afterJoining, long day) {

    /// Before anybody asked: the group gave its whole backlog then.
    public static final Addressed LONG_AGO = new Addressed(0, Long.MIN_VALUE);
}
