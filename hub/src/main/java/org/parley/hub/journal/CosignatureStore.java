package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.SignatureLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What witnesses signed, and for which checkpoints the quorum was met.
@Repository
class CosignatureStore {

    private static final String ADD =
            """
            INSERT INTO journal.cosignature (operation, size, witness, line, heard_at)
            VALUES (:operation, :size, :witness, :line, :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String COSIGNED =
            """
            SELECT witness FROM journal.cosignature
             WHERE operation = :operation AND size = :size
             ORDER BY witness
            """;

    private static final String MET =
            """
            INSERT INTO journal.quorum (operation, policy, size) VALUES (:operation, :policy, :size)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIRST_MET =
            """
            SELECT size FROM journal.quorum
             WHERE operation = :operation AND policy = :policy AND size > :index
             ORDER BY size
             LIMIT 1
            """;

    private static final String NEWEST_MET =
            """
            SELECT coalesce(max(size), 0) FROM journal.quorum
             WHERE operation = :operation AND policy = :policy
            """;

    private static final String NEWEST_OF =
            """
            SELECT size, heard_at FROM journal.cosignature
             WHERE operation = :operation AND witness = :witness
             ORDER BY size DESC
             LIMIT 1
            """;

    /// The newest that a key has cosigned, and when that was heard.
    record Newest(long size, Instant heardAt) {}

    private final JdbcClient sql;

    CosignatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(OperationId operation, long size, SignatureLine line, Instant at) {
        sql.sql(ADD)
                .param("operation", operation.value())
                .param("size", size)
                .param("witness", StatedQuorum.keyName(line))
                .param("line", line.format())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /// The keys that cosigned the checkpoint of that size.
    List<String> cosigned(OperationId operation, long size) {
        return sql.sql(COSIGNED)
                .param("operation", operation.value())
                .param("size", size)
                .query((row, _) -> row.getString("witness"))
                .list();
    }

    void met(OperationId operation, String policy, long size) {
        sql.sql(MET)
                .param("operation", operation.value())
                .param("policy", policy)
                .param("size", size)
                .update();
    }

    /// The first checkpoint over a statement for which this quorum was met.
    OptionalLong firstMet(OperationId operation, String policy, long index) {
        return sql
                .sql(FIRST_MET)
                .param("operation", operation.value())
                .param("policy", policy)
                .param("index", index)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    long newestMet(OperationId operation, String policy) {
        return sql.sql(NEWEST_MET)
                .param("operation", operation.value())
                .param("policy", policy)
                .query(Long.class)
                .single();
    }

    Optional<Newest> newestOf(OperationId operation, String key) {
        return sql.sql(NEWEST_OF)
                .param("operation", operation.value())
                .param("witness", key)
                .query(
                        (row, _) ->
                                new Newest(
                                        row.getLong("size"),
                                        row.getTimestamp("heard_at").toInstant()))
                .optional();
    }
}
