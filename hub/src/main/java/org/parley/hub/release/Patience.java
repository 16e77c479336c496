package org.parley.hub.release;

import java.time.Duration;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// How long what two people agree on can wait. Exercises tell the time by clocks of their own, on
/// which days pass in seconds, and people try them by hand.
@Component
class Patience {

    private static final Duration TO_AGREE = Duration.ofHours(72);
    private static final Duration TO_DRAW = Duration.ofDays(1);
    private static final Duration IN_EXERCISES = Duration.ofDays(60);

    private final ObjectProvider<Journal> journal; // which needs all kinds of statement first

    Patience(ObjectProvider<Journal> journal) {
        this.journal = journal;
    }

    /// For a second person to agree.
    Duration toAgree(OperationId operation) {
        return isExercise(operation) ? IN_EXERCISES : TO_AGREE;
    }

    /// To draw an export that two agreed to.
    Duration toDraw(OperationId operation) {
        return isExercise(operation) ? IN_EXERCISES : TO_DRAW;
    }

    private boolean isExercise(OperationId operation) {
        return journal.getObject().operation(operation).map(Operation::exercise).orElse(false);
    }
}
