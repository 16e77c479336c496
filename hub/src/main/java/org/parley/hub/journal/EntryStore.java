package org.parley.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Statements as the log has them.
@Repository
@Primary
class EntryStore {

    /// A statement with all that is stored of it. What was erased is null.
    record Stored(
            long index,
            UUID id,
            String originator,
            String type,
            int schema,
            String assurance,
            int label,
            Instant claimedAt,
            Instant heardAt,
            List<String> marks,
            byte[] statement,
            byte[] leaf,
            @Nullable String subject,
            @Nullable String account,
            byte @Nullable [] leafSalt,
            byte @Nullable [] seeds,
            @Nullable String fields,
            byte @Nullable [] exactSeed,
            @Nullable String exactFields,
            @Nullable String authorProof) {

        boolean erased() {
            return fields == null;
        }

        /// The same without its exact fields.
        Stored unexact() {
            return new Stored(
                    index,
                    id,
                    originator,
                    type,
                    schema,
                    assurance,
                    label,
                    claimedAt,
                    heardAt,
                    marks,
                    statement,
                    leaf,
                    subject,
                    account,
                    leafSalt,
                    seeds,
                    fields,
                    null,
                    null,
                    authorProof);
        }
    }

    private static final String COLUMNS =
            """
            SELECT s.idx, s.id, s.originator, s.type, s.schema, s.assurance, s.label, s.claimed_at,
                   s.heard_at, s.marks, s.statement, s.leaf, p.subject, p.account, p.leaf_salt,
                   p.seeds, p.fields, p.author_proof, e.seed AS exact_seed, e.fields AS exact_fields
            """;

    private static final String SAID =
            """
              LEFT JOIN journal.payload p ON p.operation = :operation AND p.idx = s.idx
              LEFT JOIN journal.payload_exact e ON e.operation = :operation AND e.idx = s.idx
            """;

    private static final String IN_ORDER =
            COLUMNS
                    + " FROM journal.statement s "
                    + SAID
                    + """
                     WHERE s.operation = :operation AND s.idx >= :from AND s.idx < :until
                     ORDER BY s.idx
                    """;

    // The page is found on the log's own order first and only then joined to what was said: a
    // planner that knows nothing of the tables yet would otherwise sort the whole log. It brings
    // all that is asked of the statements themselves: row security works out the reader anew at
    // each mention of a table.
    private static final String PAGE =
            """
            WITH s AS MATERIALIZED (
                SELECT idx, id, originator, type, schema, assurance, label, claimed_at, heard_at,
                       marks, statement, leaf
                  FROM journal.statement
                 WHERE operation = :operation AND idx < :before AND label = ANY(:labels)
                   AND (:type::text IS NULL OR type = :type)
                   AND (:originator::text IS NULL OR originator = :originator)
                 ORDER BY idx DESC
                 LIMIT :limit)
            """
                    + COLUMNS
                    + " FROM s "
                    + SAID
                    + " ORDER BY s.idx DESC";

    private static final String PAGE_ABOUT =
            """
            WITH s AS MATERIALIZED (
                SELECT s.idx, s.id, s.originator, s.type, s.schema, s.assurance, s.label,
                       s.claimed_at, s.heard_at, s.marks, s.statement, s.leaf
                  FROM journal.payload p
                  JOIN journal.statement s ON s.operation = p.operation AND s.idx = p.idx
                 WHERE p.operation = :operation AND p.subject = :subject AND p.idx < :before
                   AND s.label = ANY(:labels)
                   AND (:type::text IS NULL OR s.type = :type)
                   AND (:originator::text IS NULL OR s.originator = :originator)
                 ORDER BY p.idx DESC
                 LIMIT :limit)
            """
                    + COLUMNS
                    + " FROM s "
                    + SAID
                    + " ORDER BY s.idx DESC";

    private static final String INDEX_OF =
            """
            SELECT idx FROM journal.statement
             WHERE operation = :operation AND originator = :originator AND id = :id
            """;

    private static final String TYPE_OF =
            """
            SELECT type FROM journal.statement
             WHERE operation = :operation AND originator = :originator AND id = :id
            """;

    private final JdbcClient sql;

    EntryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Statements from one index until before another, in the log's order.
    List<Stored> between(OperationId operation, long from, long until) {
        return sql.sql(IN_ORDER)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query(EntryStore::stored)
                .list();
    }

    /// The newest statements first, those under the given labels only.
    List<Stored> page(
            OperationId operation,
            long size,
            Integer[] labels,
            StatementFilter filter,
            long before,
            int limit) {
        var page =
                filter.subject() == null
                        ? sql.sql(PAGE)
                        : sql.sql(PAGE_ABOUT).param("subject", filter.subject());
        return page.param("operation", operation.value())
                .param("before", Math.min(before, size))
                .param("labels", labels)
                .param("type", filter.type())
                .param("originator", filter.originator())
                .param("limit", limit)
                .query(EntryStore::stored)
                .list();
    }

    Optional<String> typeOf(OperationId operation, PartnerId originator, StatementId id) {
        return sql.sql(TYPE_OF)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    Optional<Long> indexOf(OperationId operation, PartnerId originator, StatementId id) {
        return sql.sql(INDEX_OF)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("idx"),
                row.getObject("id", UUID.class),
                row.getString("originator"),
                row.getString("type"),
                row.getInt("schema"),
                row.getString("assurance"),
                row.getInt("label"),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("marks").getArray()),
                row.getBytes("statement"),
                row.getBytes("leaf"),
                row.getString("subject"),
                row.getString("account"),
                row.getBytes("leaf_salt"),
                row.getBytes("seeds"),
                row.getString("fields"),
                row.getBytes("exact_seed"),
                row.getString("exact_fields"),
                row.getString("author_proof"));
    }
}
