package org.parley.hub.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.LogGrew;
import org.parley.kernel.id.OperationId;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The streams of live pages. They follow the published checkpoint ([LogGrew]), never the commit,
/// and say only that the log has grown: a page that hears it asks again for what it may show.
@Component
class Live {

    /// Between two signs of life, shorter than proxies wait.
    static final Duration BEAT = Duration.ofSeconds(25);

    /// After this a browser has to come back and is asked again who it is.
    static final Duration LONGEST = Duration.ofMinutes(15);

    /// Streams of one account in one operation, one for each open window; the oldest gives way.
    static final int MOST = 8;

    private record Key(String account, OperationId operation) {}

    private final ConcurrentHashMap<Key, Deque<LiveStream>> streams = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("live-beat").factory());
    private final Journal journal;
    private final Clocks clocks;
    private final InstantSource clock;

    Live(Journal journal, Clocks clocks, InstantSource clock) {
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
        beats.scheduleWithFixedDelay(
                this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A new stream; tells at once if the log has grown beyond `from`.
    SseEmitter open(String account, OperationId operation, long from) {
        var key = new Key(account, operation);
        var stream = new LiveStream(from, clock.instant());
        streams.compute(
                key,
                (_, open) -> {
                    var now = open == null ? new ArrayDeque<LiveStream>() : new ArrayDeque<>(open);
                    while (now.size() >= MOST) {
                        now.removeFirst().end();
                    }
                    now.addLast(stream);
                    return now;
                });
        stream.whenGone(() -> forget(key, stream));
        stream.greet(clocks.now(operation));
        stream.grown(journal.now(operation).size(), clocks.now(operation));
        return stream.emitter();
    }

    @EventListener
    void grew(LogGrew event) {
        of(event.operation()).forEach(stream -> stream.grown(event.size(), event.at()));
    }

    /// A sign of life; and the log's size is asked for, since another node may have written.
    private void beat() {
        var until = clock.instant().minus(LONGEST);
        for (var operation : streams.keySet().stream().map(Key::operation).distinct().toList()) {
            var size = journal.now(operation).size();
            var now = clocks.now(operation);
            for (var stream : of(operation)) {
                if (stream.since().isBefore(until)) {
                    stream.end();
                } else {
                    stream.beat(now);
                    stream.grown(size, now);
                }
            }
        }
    }

    private List<LiveStream> of(OperationId operation) {
        return streams.entrySet().stream()
                .filter(entry -> entry.getKey().operation().equals(operation))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private void forget(Key key, LiveStream gone) {
        streams.computeIfPresent(
                key,
                (_, open) -> {
                    var left = new ArrayDeque<>(open);
                    left.remove(gone);
                    return left.isEmpty() ? null : left;
                });
    }

    /// How many streams are open.
    int count() {
        return streams.values().stream().mapToInt(Deque::size).sum();
    }

    /// Before the server waits for its requests to end: these would not end by themselves.
    @EventListener(ContextClosedEvent.class)
    void end() {
        beats.shutdownNow();
        streams.values().forEach(open -> open.forEach(LiveStream::end));
    }
}
