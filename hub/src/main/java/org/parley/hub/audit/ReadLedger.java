package org.parley.hub.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.kernel.id.OperationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes down reads after their answers, many at once, so that reading costs no commit. What a
/// crash finds in memory, the reads of the last moments, is lost; a stop stores it first.
@Component
class ReadLedger implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLedger.class);

    /// Answers stored in one commit at most.
    private static final int BATCH = 500;

    /// Beyond so many that the database does not take, exact fields are not given out any more.
    private static final int MOST = 20_000;

    private final ConcurrentLinkedQueue<Read> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("read-audit").factory());
    private final ReadStore store;
    private final TransactionTemplate writer;
    private final AuditSettings settings;
    private final InstantSource clock;

    ReadLedger(
            ReadStore store,
            @Qualifier("writer") TransactionTemplate writer,
            AuditSettings settings,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        long delay = Math.max(1, settings.delay().toMillis());
        clockwork.scheduleWithFixedDelay(this::beat, delay, delay, TimeUnit.MILLISECONDS);
    }

    /// Whether more may be read: reads that cannot be taken down are not answered.
    boolean takes() {
        return length.get() < MOST;
    }

    void add(Read read) {
        waiting.add(read);
        length.incrementAndGet();
    }

    private void beat() {
        try {
            flush();
        } catch (DataAccessException | TransactionException away) {
            LOG.atWarn().setCause(away).log("Reads cannot be stored; they wait");
        }
    }

    /// Stores all that waits, in order.
    synchronized void flush() {
        while (!waiting.isEmpty()) {
            var batch = waiting.stream().limit(BATCH).toList();
            writer.executeWithoutResult(
                    _ -> {
                        store.add(batch);
                        raise(batch);
                    });
            for (int i = 0; i < batch.size(); i++) {
                waiting.remove();
                length.decrementAndGet();
            }
        }
    }

    private record Reader(OperationId operation, String account, java.time.Instant hour) {}

    private void raise(List<Read> batch) {
        var readers = new HashSet<Reader>();
        batch.forEach(
                read ->
                        readers.add(
                                new Reader(
                                        read.operation(),
                                        read.account(),
                                        read.at().truncatedTo(ChronoUnit.HOURS))));
        for (var reader : new ArrayList<>(readers)) {
            int raised =
                    store.raise(
                            reader.operation(),
                            reader.account(),
                            reader.hour(),
                            clock.instant(),
                            settings);
            if (raised > 0) {
                LOG.atWarn()
                        .addKeyValue("operation", reader.operation())
                        .addKeyValue("account", reader.account())
                        .log("An unusual volume of exact records was read");
            }
        }
    }

    @Override
    public void destroy() {
        clockwork.shutdown();
        try {
            clockwork.awaitTermination(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        beat();
    }
}
