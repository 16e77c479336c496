package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a witness that the deployer named stands to one log.
///
/// @param address where the hub asks it; null for one that comes by itself
/// @param size statements that the last checkpoint has which it cosigned; 0 for none
/// @param behind statements published since
/// @param lastSeen when it last answered or came, whatever it said; null for never
public record WitnessStanding(
        String name,
        List<String> keys,
        @Nullable String address,
        State state,
        long size,
        long behind,
        @Nullable Instant lastSeen) {

    /// How the last exchange with it ended.
    public enum State {
        /// Nothing was exchanged yet.
        NEW,
        COSIGNED,
        /// It did not answer in time, or not at all.
        AWAY,
        /// It answered that it does not cosign for this log.
        REFUSED,
        /// It holds a longer log, or another one of this size.
        CONFLICT,
        /// What it sent is no cosignature of this checkpoint by its keys.
        WRONG
    }
}
