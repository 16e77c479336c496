package org.parley.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// A span of time that includes its first moment and not its last, so that windows laid end to end
/// neither overlap nor leave a gap. Never empty.
public record TimeWindow(Instant from, Instant until) {

    public TimeWindow {
        if (!from.isBefore(until)) {
            throw new InvalidValue(
                    "window",
                    "value.window",
                    "must end after it begins, was {from} to {until}",
                    from,
                    until);
        }
    }

    public static TimeWindow of(Instant from, Duration length) {
        return new TimeWindow(from, from.plus(length));
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /// What both windows share; empty when they only touch.
    public Optional<TimeWindow> shared(TimeWindow other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        return Optional.of(
                new TimeWindow(
                        from.isAfter(other.from) ? from : other.from,
                        until.isBefore(other.until) ? until : other.until));
    }
}
