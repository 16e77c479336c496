package org.parley.hub.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.kernel.id.OperationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what an operation's writer has committed: has the stored tree signed, stores the
/// checkpoint, answers those who wait. While it works the writer is already at its next batch; a
/// signature serves all that was committed meanwhile. Those who react are told by a thread of their
/// own, so that a slow listener delays no receipt.
final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// Those who react hear at once, and then at most so often: what was published meanwhile comes
    /// together.
    private static final Duration ANNOUNCE_TOGETHER = Duration.ofMillis(20);

    /// Checkpoints kept in memory, for those who ask just after theirs came.
    private static final int KEPT = 64;

    private final OperationId operation;
    private final Checkpoints checkpoints;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition grown = lock.newCondition();
    private final ConcurrentSkipListMap<Long, Published> recent = new ConcurrentSkipListMap<>();
    private List<Owed> owed = new ArrayList<>();
    private final Thread thread;
    private final Thread announcer;
    private long committed;
    private long announced; // of the announcer alone, once it runs
    private volatile long published;
    private volatile boolean closed;

    Publisher(OperationId operation, Checkpoints checkpoints) {
        this.operation = operation;
        this.checkpoints = checkpoints;
        this.published = checkpoints.published(operation);
        this.committed = checkpoints.committed(operation);
        this.announced = checkpoints.announced(operation);
        this.thread =
                Thread.ofPlatform().daemon().name("publisher-" + operation).start(this::publish);
        this.announcer = Thread.ofVirtual().name("announcer-" + operation).start(this::announce);
    }

    /// Says that the stored tree has grown to `size`, and who waits for its checkpoint.
    void committed(long size, List<Owed> more) {
        lock.lock();
        try {
            committed = Math.max(committed, size);
            for (var each : more) {
                if (each.index() < published) { // said again: its checkpoint is an earlier one
                    each.waiting().settled(new Placed.Committed(each.index(), true));
                } else {
                    owed.add(each);
                }
            }
            this.more.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The first checkpoint over `index`. Waits for it at most `patience`; empty when the signer is
    /// away for longer.
    Optional<Published> await(long index, Duration patience) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (published <= index) {
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = grown.awaitNanos(nanos);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
        var next = recent.higherEntry(index);
        return next != null && recent.floorKey(index) != null
                ? Optional.of(next.getValue())
                : checkpoints.covering(operation, index);
    }

    private void publish() {
        var pause = FIRST_PAUSE;
        while (!closed) {
            boolean done = false;
            try {
                done = publishNext();
            } catch (RuntimeException fault) {
                LOG.atError()
                        .addKeyValue("operation", operation)
                        .setCause(fault)
                        .log("A checkpoint could not be published; trying again");
            }
            if (done) {
                pause = FIRST_PAUSE;
            } else {
                forgetThoseGone();
                LockSupport.parkNanos(pause.toNanos());
                pause = longer(pause);
            }
        }
    }

    /// Whether there was nothing to do or it was done.
    private boolean publishNext() {
        long size = awaitGrowth();
        if (closed || size <= published) {
            return true;
        }
        var signed = checkpoints.publish(operation, size);
        signed.ifPresent(this::answer);
        return signed.isPresent();
    }

    /// While the signer is away nothing is kept for those who have their answer without a receipt.
    private void forgetThoseGone() {
        lock.lock();
        try {
            owed.removeIf(each -> each.waiting().isGone());
        } finally {
            lock.unlock();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private long awaitGrowth() {
        lock.lock();
        try {
            if (committed <= published && !closed) {
                more.awaitNanos(IDLE.toNanos());
            }
            return committed;
        } catch (InterruptedException stop) {
            closed = true;
            return committed;
        } finally {
            lock.unlock();
        }
    }

    private void answer(Published checkpoint) {
        recent.put(checkpoint.size(), checkpoint);
        if (recent.size() > KEPT) {
            recent.pollFirstEntry();
        }
        for (var each : answered(checkpoint.size())) {
            each.waiting().published(checkpoint);
        }
        LockSupport.unpark(announcer);
    }

    private List<Owed> answered(long size) {
        lock.lock();
        try {
            published = size;
            var covered = new ArrayList<Owed>(owed.size());
            var later = new ArrayList<Owed>();
            owed.forEach(each -> (each.index() < size ? covered : later).add(each));
            owed = later;
            grown.signalAll();
            return covered;
        } finally {
            lock.unlock();
        }
    }

    private void announce() {
        while (!closed) {
            long now = published;
            if (announced == now) {
                LockSupport.parkNanos(IDLE.toNanos());
                continue;
            }
            try {
                checkpoints.announce(operation, announced, now);
                announced = now;
                rest(ANNOUNCE_TOGETHER);
            } catch (RuntimeException fault) {
                LOG.atError()
                        .addKeyValue("operation", operation)
                        .setCause(fault)
                        .log("What grew could not be announced; trying again");
                LockSupport.parkNanos(FIRST_PAUSE.toNanos());
            }
        }
    }

    /// Whatever is published meanwhile does not end it.
    private void rest(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        LockSupport.unpark(announcer);
        try {
            thread.join(STOP_WITHIN);
            announcer.join(STOP_WITHIN);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
