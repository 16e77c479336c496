package org.parley.hub.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;

/// What time it is in each operation.
@Component
public class Clocks {

    private final InstantSource ours;
    private final List<OperationClock> own;

    Clocks(InstantSource ours, List<OperationClock> own) {
        this.ours = ours;
        this.own = List.copyOf(own);
    }

    public Instant now(OperationId operation) {
        return own.stream()
                .flatMap(clock -> clock.of(operation).stream())
                .findFirst()
                .orElse(ours)
                .instant();
    }

    Instant heard(OperationId operation, StatementId statement) {
        return own.stream()
                .flatMap(clock -> clock.heard(operation, statement).stream())
                .findFirst()
                .orElseGet(() -> now(operation));
    }
}
