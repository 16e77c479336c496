package org.parley.hub.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.parley.kernel.id.OperationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of an operation on this node. Takes what waits, at most [#MOST] at a time, and
/// commits it as a batch. While one batch commits the next one gathers, so nobody waits for
/// company.
final class OperationWriter implements AutoCloseable {

    /// The largest batch: one commit and one pair of signatures for all of them.
    static final int MOST = 256;

    private static final Logger LOG = LoggerFactory.getLogger(OperationWriter.class);
    /// So long does a batch wait at most for as many as there were in the last one.
    private static final Duration GATHERING = Duration.ofMillis(2);

    private static final Duration LOOK_AGAIN = Duration.ofNanos(250_000);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final OperationId operation;
    private final Batches batches;
    private final Told committed;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private int lastTime = 1; // of the writing thread alone
    private volatile boolean closed;

    /// Who is told of each commit.
    interface Told {

        /// @param size the log's size from now on
        /// @param owed those whose statements are in the log
        void committed(long size, List<Owed> owed);
    }

    OperationWriter(OperationId operation, Batches batches, Told committed) {
        this.operation = operation;
        this.batches = batches;
        this.committed = committed;
        this.thread = Thread.ofPlatform().daemon().name("writer-" + operation).start(this::write);
    }

    void add(List<Waiting> waiting) {
        if (closed) {
            throw new HubStopping();
        }
        queue.addAll(waiting);
    }

    private void write() {
        while (!closed) {
            var batch = next();
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
        var unheard = new ArrayList<Waiting>();
        queue.drainTo(unheard);
        unheard.forEach(waiting -> waiting.failed(new HubStopping()));
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        try {
            var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                gather();
                batch.add(first);
                queue.drainTo(batch, MOST - 1);
                lastTime = batch.size();
            }
        } catch (InterruptedException stop) {
            closed = true;
        }
        return batch;
    }

    private void gather() {
        long until = System.nanoTime() + GATHERING.toNanos();
        while (1 + queue.size() < lastTime && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    // Whatever goes wrong with a batch is told to everyone in it: the writer itself goes on, since
    // the next batch may fare better (a database that was away comes back).
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void commit(List<Waiting> batch) {
        try {
            var result = batches.commit(operation, batch);
            var owed = new ArrayList<Owed>(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                var waiting = batch.get(i);
                var placed = result.placed().get(i);
                if (placed instanceof Placed.Committed(long index, _)) {
                    waiting.committed(placed);
                    owed.add(new Owed(index, waiting));
                } else {
                    waiting.settled(placed);
                }
            }
            committed.committed(result.edge().size(), owed);
        } catch (RuntimeException | Error failure) {
            LOG.atError()
                    .addKeyValue("operation", operation)
                    .addKeyValue("statements", batch.size())
                    .setCause(failure)
                    .log("A batch was rolled back");
            batch.forEach(waiting -> waiting.failed(failure));
        }
    }

    /// Lets the batch in hand finish. The thread is not interrupted: that would tear its database
    /// connection from under it.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
