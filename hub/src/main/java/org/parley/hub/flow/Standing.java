package org.parley.hub.flow;

import java.time.Instant;

/// How far a consignment has come, and since when.
record Standing(Stage stage, Instant since) {

    /// On paper the latest statement counts; on the way the furthest step, from its first report.
    Standing then(Standing next) {
        if (next.stage.phase() != stage.phase()) {
            return next.stage.phase() > stage.phase() ? next : this;
        }
        if (stage.phase() != 1) {
            return next.since.isBefore(since) ? this : next;
        }
        if (next.stage.rank() != stage.rank()) {
            return next.stage.rank() > stage.rank() ? next : this;
        }
        return next.since.isBefore(since) ? next : this;
    }
}
