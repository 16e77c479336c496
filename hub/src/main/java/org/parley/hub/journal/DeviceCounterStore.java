package org.parley.hub.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the counters from the log's own rows.
@Repository
class DeviceCounterStore implements DeviceCounters {

    /// So many gaps are told one by one.
    private static final int MOST = 100;

    private static final String SIGNED =
            """
             FROM journal.statement
             WHERE operation = :operation AND originator = :originator AND device = :device
               AND assurance = 'device-signed'
            """;

    private static final String SUM =
            """
            SELECT count(*) AS heard, count(DISTINCT device_seq) AS numbers,
                   coalesce(max(device_seq), 0) AS last, max(heard_at) AS last_heard
            """
                    + SIGNED;

    private static final String GAPS =
            """
            WITH numbers AS (SELECT DISTINCT device_seq AS number
            """
                    + SIGNED
                    + """
            ), steps AS (
                SELECT number, lag(number, 1, 0::bigint) OVER (ORDER BY number) AS before
                  FROM numbers)
            SELECT before + 1 AS first, number - 1 AS last FROM steps
             WHERE number > before + 1
             ORDER BY before
             LIMIT :most
            """;

    private static final String TWICE =
            "SELECT device_seq"
                    + SIGNED
                    + " GROUP BY device_seq HAVING count(*) > 1 ORDER BY device_seq LIMIT :most";

    private final JdbcClient sql;

    DeviceCounterStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    private record Sum(long heard, long numbers, long last, Optional<Instant> lastHeard) {}

    @Override
    public Counted of(OperationId operation, PartnerId originator, String device) {
        var sum =
                ask(SUM, operation, originator, device)
                        .query(
                                (row, _) ->
                                        new Sum(
                                                row.getLong("heard"),
                                                row.getLong("numbers"),
                                                row.getLong("last"),
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        "last_heard",
                                                                        OffsetDateTime.class))
                                                        .map(OffsetDateTime::toInstant)))
                        .single();
        return new Counted(
                sum.heard(),
                sum.last(),
                sum.lastHeard(),
                sum.last() - sum.numbers(),
                ask(GAPS, operation, originator, device)
                        .param("most", MOST)
                        .query((row, _) -> new Gap(row.getLong("first"), row.getLong("last")))
                        .list(),
                ask(TWICE, operation, originator, device)
                        .param("most", MOST)
                        .query((row, _) -> row.getLong("device_seq"))
                        .list());
    }

    private JdbcClient.StatementSpec ask(
            String question, OperationId operation, PartnerId originator, String device) {
        return sql.sql(question)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("device", device);
    }
}
