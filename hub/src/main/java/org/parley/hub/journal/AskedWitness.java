package org.parley.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.WitnessStanding.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Asks one witness for the cosignatures of one log, on a thread of its own, so that it delays
/// nothing but them. It is offered the newest checkpoint only: who was away catches up in one step.
/// One that fails rests for a while, and is then asked again.
final class AskedWitness implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AskedWitness.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final Witness witness;
    private final String origin;
    private final Duration grace;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Offer> next = new AtomicReference<>();
    private final Thread thread;
    private long restsUntil = System.nanoTime(); // of the thread alone
    private volatile boolean quick = true;
    private volatile State state = State.NEW;
    private volatile @Nullable Instant lastSeen;
    private volatile boolean closed;

    AskedWitness(Witness witness, String origin, Duration grace, InstantSource clock) {
        this.witness = witness;
        this.origin = origin;
        this.grace = grace;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("witness-" + witness.name()).start(this::run);
    }

    void offer(Offer offer) {
        var before = next.getAndSet(offer);
        if (before != null) {
            before.giveUp();
        }
        LockSupport.unpark(thread);
    }

    /// Whether it answered the last time within the grace that receipts wait for, or is new.
    boolean isQuick() {
        return quick;
    }

    /// Somebody has waited the whole grace in vain; nobody does so again before it answers in time.
    void wasSlow() {
        quick = false;
    }

    State state() {
        return state;
    }

    @Nullable Instant lastSeen() {
        return lastSeen;
    }

    private void run() {
        while (!closed) {
            var offer = next.get();
            long rest = restsUntil - System.nanoTime();
            if (offer == null) {
                LockSupport.park(this);
            } else if (rest > 0) {
                quick = false;
                offer.tried().complete(false);
                LockSupport.parkNanos(this, rest);
            } else {
                ask(offer);
            }
        }
    }

    private void ask(Offer offer) {
        long begun = System.nanoTime();
        var answer = answer(offer);
        boolean good = answer.state() == State.COSIGNED;
        quick = good && System.nanoTime() - begun <= grace.toNanos();
        if (answer.state() != State.AWAY) {
            lastSeen = clock.instant();
        }
        if (state != answer.state()) {
            LOG.atLevel(good ? Level.INFO : Level.WARN)
                    .addKeyValue("log", origin)
                    .addKeyValue("witness", witness.name())
                    .log("Witness {}", answer.state());
        }
        state = answer.state();
        if (good) {
            next.compareAndSet(offer, null);
            offer.cosigned().complete(answer.cosignatures());
        } else {
            restsUntil = System.nanoTime() + REST.toNanos();
        }
        offer.tried().complete(good);
    }

    private Witness.Answer answer(Offer offer) {
        try {
            return witness.cosign(offer.note(), offer.checkpoint(), offer.since());
        } catch (RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("witness", witness.name())
                    .setCause(fault)
                    .log("A witness could not be asked");
            return Witness.Answer.without(State.AWAY);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
