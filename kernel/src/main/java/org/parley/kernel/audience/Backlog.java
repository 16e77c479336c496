package org.parley.kernel.audience;

/// From when on a member sees what was addressed to its group.
///
/// @param joined the place in the log of its joining; 0 where it sees all from before
/// @param fromDay the first day from before its joining that it sees, counted from 1970-01-01 UTC;
///     [#NO_DAY] where it sees none
public record Backlog(long joined, long fromDay) {

    /// A day that never comes.
    public static final long NO_DAY = Long.MAX_VALUE;

    /// All that was ever addressed to the group.
    public static final Backlog ALL = new Backlog(0, NO_DAY);

    boolean grants(Addressed addressed) {
        return addressed.afterJoining() >= joined || addressed.day() >= fromDay;
    }
}
