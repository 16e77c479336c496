package org.parley.hub.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.journal.Actor;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;

/// A file of boundaries that somebody hands in.
///
/// @param actor whose statements they become
/// @param source whose lines they are; the common operational dataset when it is empty
/// @param attribution what must be shown with them; else what the file says
/// @param validFrom the day they hold from; else what the file says
/// @param simplify detail that may go, in metres; 0 keeps all of it
public record AreaImportRequest(
        OperationId operation,
        Actor actor,
        Optional<String> source,
        Optional<String> attribution,
        Optional<LocalDate> validFrom,
        int simplify,
        boolean dryRun) {

    static final int COARSEST = 1_000;

    public AreaImportRequest {
        if (simplify < 0 || simplify > COARSEST) {
            throw new InvalidValue(
                    "simplify",
                    "value.range-metres",
                    "must be 0 to {most} metres, was {was}",
                    COARSEST,
                    simplify);
        }
    }
}
