package org.parley.hub.journal;

import java.time.Instant;

/// Where an operation's log ends: the tree so far, when its last statement was heard, and when the
/// agreement took effect.
record Head(RightEdge edge, Instant lastHeard, Instant inEffectFrom) {

    long size() {
        return edge.size();
    }
}
