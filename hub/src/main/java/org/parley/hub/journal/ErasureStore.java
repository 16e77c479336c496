package org.parley.hub.journal;

import java.util.List;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Destroys what was said, in the eraser's own transactions.
@Repository
class ErasureStore {

    /// Statements that a published erasure names and whose content is still there.
    private static final String DUE =
            """
            SELECT target.idx
              FROM journal.statement erasure
              JOIN journal.payload said
                ON said.operation = erasure.operation AND said.idx = erasure.idx
              JOIN journal.statement target
                ON target.operation = erasure.operation
               AND target.originator = erasure.originator
               AND target.id = (said.fields::jsonb #>> '{F0,statement}')::uuid
              JOIN journal.payload content
                ON content.operation = target.operation AND content.idx = target.idx
             WHERE erasure.operation = :operation AND erasure.type = 'journal.erased'
               AND erasure.idx >= :from AND erasure.idx < :until
             ORDER BY target.idx
            """;

    private static final String ASKS =
            """
            SELECT EXISTS (SELECT 1 FROM journal.statement
                            WHERE operation = :operation AND idx >= :from AND idx < :until
                              AND type = 'journal.erased')
            """;

    private static final List<String> TABLES =
            List.of("journal.payload", "journal.payload_exact", "journal.reference");

    private final JdbcClient sql;

    ErasureStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether there is an erasure among these statements.
    boolean asks(OperationId operation, long from, long until) {
        return sql.sql(ASKS)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    List<Long> due(OperationId operation, long from, long until) {
        return sql.sql(DUE)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    void destroy(OperationId operation, List<Long> indices) {
        for (var table : TABLES) {
            sql.sql(
                            "DELETE FROM %s WHERE operation = :operation AND idx = ANY(:indices)"
                                    .formatted(table))
                    .param("operation", operation.value())
                    .param("indices", indices.toArray(Long[]::new))
                    .update();
        }
    }
}
