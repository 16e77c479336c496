package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Log sizes at moments. Nothing beyond the last published checkpoint is ever shown.
@Repository
class CutStore {

    private static final String PUBLISHED =
            """
            SELECT coalesce(max(size), 0) FROM journal.checkpoint WHERE operation = :operation
            """;

    private static final String HEARD_UNTIL =
            """
            SELECT coalesce(max(idx) + 1, 0)
              FROM journal.statement
             WHERE operation = :operation AND heard_at <= :at
            """;

    private static final String HEARD_AT =
            "SELECT heard_at FROM journal.statement WHERE operation = :operation AND idx = :index";

    private final JdbcClient sql;

    CutStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    long published(OperationId operation) {
        return sql.sql(PUBLISHED).param("operation", operation.value()).query(Long.class).single();
    }

    /// How many statements had been heard by then; `heard_at` never falls from one to the next.
    long heardUntil(OperationId operation, Instant at) {
        return sql.sql(HEARD_UNTIL)
                .param("operation", operation.value())
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    Optional<Instant> heardAt(OperationId operation, long index) {
        return sql.sql(HEARD_AT)
                .param("operation", operation.value())
                .param("index", index)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
