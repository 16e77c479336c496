package org.parley.hub.signin;

import java.time.Instant;
import java.util.UUID;

/// One officer has said that somebody lost their keys; another must agree before it ends.
public record RecoveryAsked(
        UUID id, String account, String askedBy, Instant askedAt, Instant endsAt) {}
