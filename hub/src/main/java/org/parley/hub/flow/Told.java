package org.parley.hub.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A statement about a consignment that is not in its table yet.
record Told(
        Version version,
        long index,
        StatementId statement,
        String type,
        PartnerId originator,
        int label,
        @Nullable Stage stage,
        Instant occurredAt,
        Happened facts,
        List<Effect> effects) {

    Told as(Version next, List<Effect> counted) {
        return new Told(
                next, index, statement, type, originator, label, stage, occurredAt, facts, counted);
    }
}
