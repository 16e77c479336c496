package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stored trees, the checkpoints over them, and what reactions are still owed.
@Repository
class CheckpointStore {

    private static final String ROOT =
            "SELECT root FROM journal.tree WHERE operation = :operation AND size = :size";

    private static final String COMMITTED =
            "SELECT coalesce(max(size), 0) FROM journal.tree WHERE operation = :operation";

    private static final String STATEMENTS =
            """
            SELECT coalesce(max(idx) + 1, 0) FROM journal.statement WHERE operation = :operation
            """;

    private static final String COVERING =
            """
            SELECT c.size, c.note || coalesce(
                       (SELECT string_agg(s.line, '' ORDER BY s.heard_at, s.witness)
                          FROM journal.cosignature s
                         WHERE s.operation = c.operation AND s.size = c.size), '') AS note
              FROM journal.checkpoint c
             WHERE c.operation = :operation AND c.size > :index
             ORDER BY c.size
             LIMIT 1
            """;

    private static final String LATEST =
            """
            SELECT c.size, c.note || coalesce(
                       (SELECT string_agg(s.line, '' ORDER BY s.heard_at, s.witness)
                          FROM journal.cosignature s
                         WHERE s.operation = c.operation AND s.size = c.size), '') AS note
              FROM journal.checkpoint c
             WHERE c.operation = :operation
             ORDER BY c.size DESC
             LIMIT 1
            """;

    private static final String ADD =
            """
            INSERT INTO journal.checkpoint (operation, size, note, published_at)
            VALUES (:operation, :size, :note, :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String OWED =
            """
            SELECT o.from_size, o.size, o.heard_at
              FROM journal.outbox o
              LEFT JOIN journal.outbox_delivery d
                ON d.operation = o.operation AND d.size = o.size
             WHERE o.operation = :operation AND o.size > :from AND o.size <= :size AND d.size IS NULL
             ORDER BY o.size
            """;

    private static final String DELIVERED =
            """
            INSERT INTO journal.outbox_delivery (operation, size, delivered_at)
            SELECT operation, size, :at FROM journal.outbox
             WHERE operation = :operation AND size > :from AND size <= :size
            ON CONFLICT DO NOTHING
            """;

    /// For this one commit: losing it in a power cut brings a delivery again, which is allowed, and
    /// the disk that receipts wait for has one wait fewer.
    private static final String WITHOUT_WAITING = "SET LOCAL synchronous_commit = off";

    /// A delivery that failed may lie before later ones that did not.
    private static final String LAST_DELIVERED =
            """
            SELECT coalesce((SELECT min(o.from_size)
                               FROM journal.outbox o
                               LEFT JOIN journal.outbox_delivery d
                                 ON d.operation = o.operation AND d.size = o.size
                              WHERE o.operation = :operation AND d.size IS NULL),
                            (SELECT max(size) FROM journal.outbox WHERE operation = :operation),
                            0)
            """;

    private final JdbcClient sql;
    private final JdbcClient asSigner;

    /// @param asSigner under the role of the transaction, or of [Checkpoints] where there is none
    CheckpointStore(@Qualifier("keeper") JdbcClient sql, JdbcClient asSigner) {
        this.sql = sql;
        this.asSigner = asSigner;
    }

    byte[] root(OperationId operation, long size) {
        return sql.sql(ROOT)
                .param("operation", operation.value())
                .param("size", size)
                .query((row, _) -> row.getBytes("root"))
                .single();
    }

    long committed(OperationId operation) {
        return sql.sql(COMMITTED).param("operation", operation.value()).query(Long.class).single();
    }

    /// How many statements there are, which is the tree's size unless rows were lost.
    long statements(OperationId operation) {
        return sql.sql(STATEMENTS).param("operation", operation.value()).query(Long.class).single();
    }

    /// The first checkpoint over a statement: always the same one, with the cosignatures that are
    /// there by now.
    Optional<Published> covering(OperationId operation, long index) {
        return sql.sql(COVERING)
                .param("operation", operation.value())
                .param("index", index)
                .query((row, _) -> new Published(row.getLong("size"), row.getString("note")))
                .optional();
    }

    /// The checkpoint of exactly that size, where it is published.
    Optional<Published> of(OperationId operation, long size) {
        return size < 1
                ? Optional.empty()
                : covering(operation, size - 1).filter(found -> found.size() == size);
    }

    Optional<Published> latest(OperationId operation) {
        return sql.sql(LATEST)
                .param("operation", operation.value())
                .query((row, _) -> new Published(row.getLong("size"), row.getString("note")))
                .optional();
    }

    void add(OperationId operation, Published checkpoint, Instant at) {
        asSigner.sql(ADD)
                .param("operation", operation.value())
                .param("size", checkpoint.size())
                .param("note", checkpoint.note())
                .param("at", at.atOffset(UTC))
                .update();
    }

    long lastDelivered(OperationId operation) {
        return sql.sql(LAST_DELIVERED)
                .param("operation", operation.value())
                .query(Long.class)
                .single();
    }

    List<LogGrew> owed(OperationId operation, long from, long size) {
        return sql.sql(OWED)
                .param("operation", operation.value())
                .param("from", from)
                .param("size", size)
                .query(
                        (row, _) ->
                                new LogGrew(
                                        operation,
                                        row.getLong("from_size"),
                                        row.getLong("size"),
                                        row.getTimestamp("heard_at").toInstant()))
                .list();
    }

    /// Within a transaction of its own, whose commit may be lost in a power cut.
    void delivered(OperationId operation, long from, long size, Instant at) {
        sql.sql(WITHOUT_WAITING).update();
        sql.sql(DELIVERED)
                .param("operation", operation.value())
                .param("from", from)
                .param("size", size)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
