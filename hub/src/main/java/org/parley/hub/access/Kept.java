package org.parley.hub.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// What the database said of somebody, kept until something here changes it, and no longer than a
/// second, since another node that shares the database may have changed it. Only what was found is
/// kept: who is unknown is asked for each time.
final class Kept<K, V> {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    /// @param change the number of the last change before the database was asked
    private record Held<V>(V value, long change, long atNanos) {}

    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Optional<V> get(K key, Supplier<Optional<V>> ask) {
        var known = held.get(key);
        if (known != null
                && known.change == changes.get()
                && System.nanoTime() - known.atNanos < LONGEST) {
            return Optional.of(known.value);
        }
        long change = changes.get();
        long now = System.nanoTime();
        var found = ask.get();
        found.ifPresent(
                value -> {
                    if (held.size() >= MOST) {
                        held.clear();
                    }
                    held.put(key, new Held<>(value, change, now));
                });
        return found;
    }

    /// Forgets everything, what is being asked for right now included.
    void forget() {
        changes.incrementAndGet();
        held.clear();
    }
}
