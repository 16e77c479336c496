package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.VerifierKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a journal's check compares with: all trees, all checkpoints, the tiles of the leaves.
@Repository
class JournalCheckStore {

    record Tree(long size, Hash root) {}

    private static final String TREES =
            "SELECT size, root FROM journal.tree WHERE operation = :operation ORDER BY size";

    private static final String NOTES =
            "SELECT note FROM journal.checkpoint WHERE operation = :operation ORDER BY size";

    private static final String STATEMENTS =
            "SELECT count(*) FROM journal.statement WHERE operation = :operation";

    private static final String TILE =
            """
            SELECT hashes FROM journal.tile
             WHERE operation = :operation AND level = 0 AND number = :number
            """;

    private static final String FORMER_KEYS =
            "SELECT key FROM journal.former_key WHERE operation = :operation ORDER BY key";

    private static final String RETIRE =
            """
            INSERT INTO journal.former_key (operation, key) VALUES (:operation, :key)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;

    JournalCheckStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    List<Tree> trees(OperationId operation) {
        return sql.sql(TREES)
                .param("operation", operation.value())
                .query((row, _) -> new Tree(row.getLong("size"), Hash.of(row.getBytes("root"))))
                .list();
    }

    List<String> notes(OperationId operation) {
        return sql.sql(NOTES)
                .param("operation", operation.value())
                .query((row, _) -> row.getString("note"))
                .list();
    }

    List<VerifierKey> formerKeys(OperationId operation) {
        return sql.sql(FORMER_KEYS)
                .param("operation", operation.value())
                .query((row, _) -> VerifierKey.parse(row.getString("key")))
                .list();
    }

    /// In the transaction of a restore.
    void retire(OperationId operation, VerifierKey key) {
        sql.sql(RETIRE).param("operation", operation.value()).param("key", key.toString()).update();
    }

    long statements(OperationId operation) {
        return sql.sql(STATEMENTS).param("operation", operation.value()).query(Long.class).single();
    }

    Optional<byte[]> tile(OperationId operation, long number) {
        return sql.sql(TILE)
                .param("operation", operation.value())
                .param("number", number)
                .query((row, _) -> row.getBytes("hashes"))
                .optional();
    }
}
