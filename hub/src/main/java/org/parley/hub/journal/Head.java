package org.parley.hub.journal;

import java.time.Instant;

/// Where an operation's log ends: the tree so far and when its last statement was heard.
record Head(RightEdge edge, Instant lastHeard) {

    long size() {
        return edge.size();
    }
}
