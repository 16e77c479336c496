package org.parley.hub.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.OperationClock;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An operation's clock that moves when a test moves it, and the wait for what a sweep began.
public final class Moved implements OperationClock {

    public static final OperationId OPERATION = new OperationId(HubUnderTest.OPERATION);

    private volatile Instant now = Instant.parse("2031-05-04T12:00:00Z");

    public Instant now() {
        return now;
    }

    public void by(Duration passed) {
        now = now.plus(passed);
    }

    @Override
    public Optional<InstantSource> of(OperationId operation) {
        return Optional.of(() -> now);
    }

    /// Sweeps, and waits until what it said is carried out.
    public static int sweep(HubUnderTest hub) throws InterruptedException {
        int statements = begin(hub);
        awaitAll(hub);
        return statements;
    }

    /// Says what is over its time, and waits for nothing but the receipt.
    public static int begin(HubUnderTest hub) {
        return hub.bean(Sweep.class).run(OPERATION);
    }

    /// Waits until all that was published is carried out.
    public static void awaitAll(HubUnderTest hub) throws InterruptedException {
        var sql = hub.bean("keeper", JdbcClient.class);
        for (int i = 0; i < 400; i++) {
            long owed =
                    sql.sql(
                                    """
                                    SELECT count(*) FROM journal.outbox o
                                     WHERE NOT EXISTS (SELECT FROM journal.outbox_delivery d
                                                        WHERE d.operation = o.operation
                                                          AND d.size = o.size)
                                    """)
                            .query(Long.class)
                            .single();
            if (owed == 0) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("What was published was not carried out");
    }
}
