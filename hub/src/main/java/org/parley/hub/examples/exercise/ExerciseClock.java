package org.parley.hub.examples.exercise;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.OperationClock;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;

/// The exercise's time. It stands still until it is started, and then moves faster than the hub's
/// own. While the hub is off it stands: it goes on from where the log ended.
@Component
public class ExerciseClock implements OperationClock {

    /// @param at exercise time at `since`
    /// @param speed minutes of the exercise in one of the hub's; zero while it stands
    private record Run(Instant at, Instant since, double speed) {}

    private final InstantSource ours;
    private final Map<StatementId, Instant> told = new ConcurrentHashMap<>();
    private volatile @Nullable Run run;

    ExerciseClock(InstantSource ours) {
        this.ours = ours;
    }

    /// What time it is in the exercise; the hub's own time where no exercise was begun.
    public Instant now() {
        var running = run;
        if (running == null) {
            return ours.instant();
        }
        long passed = Duration.between(running.since(), ours.instant()).toMillis();
        return running.at().plusMillis(Math.round(Math.max(0, passed) * running.speed()));
    }

    void standAt(Instant at) {
        run = new Run(at, ours.instant(), 0);
    }

    /// Goes on from `at`, `speed` times as fast as the hub's clock.
    void runFrom(Instant at, double speed) {
        run = new Run(at, ours.instant(), speed);
    }

    /// Does `work` while the statements named in `heard` are heard at their script's times.
    <T> T telling(Map<StatementId, Instant> heard, Supplier<T> work) {
        told.putAll(heard);
        try {
            return work.get();
        } finally {
            told.keySet().removeAll(heard.keySet());
        }
    }

    @Override
    public Optional<InstantSource> of(OperationId operation) {
        return operation.equals(World.OPERATION) && run != null
                ? Optional.of(this::now)
                : Optional.empty();
    }

    @Override
    public Optional<Instant> heard(OperationId operation, StatementId statement) {
        return operation.equals(World.OPERATION)
                ? Optional.ofNullable(told.get(statement))
                : Optional.empty();
    }
}
