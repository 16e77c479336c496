package org.parley.hub.heard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question with the hub's times of hearing.
record Timed(String kind, Question question, Instant askedAt, @Nullable Instant endedAt) {

    boolean answered() {
        return endedAt != null && question.end() != null && question.end().answered();
    }

    boolean lapsed() {
        return endedAt != null && !answered();
    }

    boolean open() {
        return endedAt == null;
    }

    /// Answered after it was due.
    boolean late() {
        return answered() && isDueBefore(endedAt);
    }

    boolean overdue(Instant now) {
        return open() && isDueBefore(now);
    }

    private boolean isDueBefore(@Nullable Instant at) {
        return at != null && question.due() != null && question.due().isBefore(at);
    }

    /// How long it took, or has taken by now. What was answered before it was asked took no time.
    Duration waited(Instant now) {
        var length = Duration.between(askedAt, endedAt == null ? now : endedAt);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
