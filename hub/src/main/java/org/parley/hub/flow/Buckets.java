package org.parley.hub.flow;

import java.time.Instant;

/// Stretches that moments and durations are counted by. A moment's stretch is always looked into
/// where it matters, so that answers are exact; durations stay counted by stretches, each 2.2 %
/// long, and an answer is the mean of a stretch.
final class Buckets {

    /// Six hours: few enough in a year, and few enough consignments in one.
    static final long SECONDS = 21_600;

    private Buckets() {}

    /// SQL for the stretch that a moment lies in.
    static String moment(String at) {
        return "floor(extract(epoch FROM %s) / %d)::bigint".formatted(at, SECONDS);
    }

    /// SQL for the stretch of a duration in seconds: 32 to each doubling of a minute.
    static String duration(String seconds) {
        return "floor(32 * ln(1 + %s::float8 / 60) / ln(2::float8))::bigint".formatted(seconds);
    }

    static long of(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static Instant start(long bucket) {
        return Instant.ofEpochSecond(bucket * SECONDS);
    }
}
