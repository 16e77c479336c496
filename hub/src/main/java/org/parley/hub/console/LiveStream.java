package org.parley.hub.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/// One browser's stream. A thread of its own writes to it, so that a slow reader keeps nobody
/// waiting; what it could not send in time is overtaken by the newest size.
final class LiveStream {

    /// Between two tidings of growth, however fast the log grows.
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    /// How long a browser waits before it comes back.
    private static final Duration RETRY = Duration.ofSeconds(3);

    private static final int WAITING = 16;

    private sealed interface Tiding {}

    private record Grown(Instant at) implements Tiding {}

    private record Beat(Instant at) implements Tiding {}

    private record Hello(Instant at) implements Tiding {}

    private record End() implements Tiding {}

    private final SseEmitter emitter = new SseEmitter(0L);
    private final LinkedBlockingQueue<Tiding> waiting = new LinkedBlockingQueue<>(WAITING);
    private final AtomicLong size = new AtomicLong();
    private final Instant since;
    private final Thread writer;
    private volatile long told;

    LiveStream(long from, Instant since) {
        this.told = from;
        this.size.set(from);
        this.since = since;
        this.writer = Thread.ofVirtual().name("live").start(this::write);
    }

    SseEmitter emitter() {
        return emitter;
    }

    Instant since() {
        return since;
    }

    void whenGone(Runnable forget) {
        emitter.onCompletion(
                () -> {
                    writer.interrupt();
                    forget.run();
                });
        emitter.onError(_ -> forget.run());
    }

    void greet(Instant at) {
        tell(new Hello(at));
    }

    void grown(long now, Instant at) {
        if (size.accumulateAndGet(now, Math::max) > told) {
            tell(new Grown(at));
        }
    }

    void beat(Instant at) {
        tell(new Beat(at));
    }

    /// Whatever is still waiting, the reader is sent off.
    void end() {
        waiting.clear();
        tell(new End());
    }

    private void tell(Tiding tiding) {
        if (!waiting.offer(tiding)) {
            waiting.poll();
            waiting.offer(tiding);
        }
    }

    private void write() {
        try {
            while (send(waiting.take())) {
                continue;
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send(Tiding tiding) throws IOException, InterruptedException {
        switch (tiding) {
            case Hello(var at) -> emitter.send(event("beat", at).reconnectTime(RETRY.toMillis()));
            case Beat(var at) -> emitter.send(event("beat", at).comment("still here"));
            case Grown(var at) -> {
                long now = size.get();
                if (now > told) {
                    told = now;
                    emitter.send(event("grew", at).id(Long.toString(now)));
                    TimeUnit.MILLISECONDS.sleep(AT_MOST_EVERY.toMillis());
                }
            }
            case End() -> {
                return false;
            }
        }
        return true;
    }

    private static SseEventBuilder event(String name, Instant at) {
        return SseEmitter.event().name(name).data(at.toString());
    }
}
