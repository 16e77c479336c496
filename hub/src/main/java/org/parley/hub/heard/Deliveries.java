package org.parley.hub.heard;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Notes what is delivered to whom, from which cut and when. Only what is later than ever before is
/// written, a second after at most: a hub that is killed may have delivered a little more than its
/// record says, never less.
@Component
public class Deliveries implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private record Key(OperationId operation, Desk desk, Way way) {}

    private record Note(OperationId operation, Served served) {}

    private final ServedStore store;
    private final Clocks clocks;
    private final Map<Key, Long> greatest = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Note> unwritten = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("deliveries").factory());

    Deliveries(ServedStore store, Clocks clocks) {
        this.store = store;
        this.clocks = clocks;
        writer.scheduleWithFixedDelay(this::tryToWrite, 1, 1, TimeUnit.SECONDS);
    }

    /// Somebody has been served an answer from this cut.
    public void note(Reader reader, Way way, Cut cut) {
        var desk = Desk.of(reader);
        var key = new Key(cut.operation(), desk, way);
        long before = greatest.getOrDefault(key, 0L);
        if (cut.size() > before && greatest.merge(key, cut.size(), Math::max) == cut.size()) {
            Instant at = clocks.now(cut.operation());
            unwritten.add(new Note(cut.operation(), new Served(desk, way, cut.size(), at)));
        }
    }

    /// Writes what was noted until now.
    synchronized void write() {
        for (var next = unwritten.peek(); next != null; next = unwritten.peek()) {
            store.add(next.operation(), next.served());
            unwritten.poll();
        }
    }

    private void tryToWrite() {
        try {
            write();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What was delivered could not be noted yet: {}", away.getMessage());
        }
    }

    @Override
    public void destroy() {
        writer.shutdown();
        tryToWrite();
    }
}
