package org.parley.hub.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One stay of an account at the hub.
///
/// @param id what lists and logs call it; gives nothing of the token away
/// @param address where it was opened from
/// @param key the id of the key that opened it; empty where none did. Its name may change
/// @param lastSeen to the minute
/// @param boundTo the thumbprint (RFC 7638) of the key that whoever sends the token has to prove
///     with each request; empty where the token is enough
/// @param verifiedAt when its person last proved who they are
public record Session(
        String id,
        Means means,
        String address,
        String key,
        String boundTo,
        Instant openedAt,
        Instant lastSeen,
        Instant endsAt,
        @Nullable Instant verifiedAt) {

    /// What stands behind an account that acts without having signed in: the command line.
    static final Session NONE =
            new Session(
                    "", Means.MACHINE, "", "", "", Instant.EPOCH, Instant.EPOCH, Instant.MAX, null);

    public Optional<Instant> verified() {
        return Optional.ofNullable(verifiedAt);
    }

    /// The same session, its person verified at that moment.
    public Session verifiedAt(Instant at) {
        return new Session(id, means, address, key, boundTo, openedAt, lastSeen, endsAt, at);
    }

    /// Whether its person proved who they are within `window` before `now`. Where nobody can be
    /// asked, at the demo and for programs, nobody is.
    public boolean isFresh(Instant now, Duration window) {
        return !means.isPerson()
                || verified().map(at -> !at.plus(window).isBefore(now)).orElse(false);
    }
}
