package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.TileContent;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the operation's writer reads and inserts, in its own transaction. Rows go in by whole
/// columns, one statement for a batch: a round trip for each row would be the limit of the hub.
@Repository
class WriterStore {

    /// The log's size, when its last statement was heard, and when the agreement took effect.
    record End(long size, Instant lastHeard, Instant inEffectFrom) {}

    /// A statement that the log already has under an id.
    record Prior(long index, byte @Nullable [] content) {}

    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended(:operation, 6962))";

    private static final String END =
            """
            SELECT coalesce(t.size, 0) AS size, s.heard_at AS last_heard, o.in_effect_from
              FROM journal.operation o
              LEFT JOIN LATERAL (SELECT size FROM journal.tree
                                  WHERE operation = o.id ORDER BY size DESC LIMIT 1) t ON true
              LEFT JOIN journal.statement s ON s.operation = o.id AND s.idx = t.size - 1
             WHERE o.id = :operation
            """;

    private static final String PRIOR =
            """
            SELECT s.originator, s.id, s.idx, p.content
              FROM journal.statement s
              LEFT JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
             WHERE s.operation = :operation AND s.id = ANY(:ids)
            """;

    private static final String LAST_OF_DEVICES =
            """
            SELECT device, max(device_seq) AS last
              FROM journal.statement
             WHERE operation = :operation AND device = ANY(:devices)
             GROUP BY device
            """;

    private static final String STATEMENTS =
            """
            INSERT INTO journal.statement (operation, idx, id, originator, type, schema, assurance,
                   label, claimed_at, heard_at, marks, device, device_seq, statement, leaf)
            SELECT ?, idx, id, originator, type, schema, assurance, label, claimed_at, heard_at,
                   string_to_array(marks, ','), device, device_seq, statement, leaf
              FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[],
                          ?::int[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                          ?::bigint[], ?::bytea[], ?::bytea[])
                AS r (idx, id, originator, type, schema, assurance, label, claimed_at, heard_at,
                      marks, device, device_seq, statement, leaf)
            """;

    private static final String PAYLOADS =
            """
            INSERT INTO journal.payload
                   (operation, idx, subject, account, leaf_salt, seeds, fields, content)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                                      ?::text[], ?::bytea[]) AS r
            """;

    private static final String EXACT =
            """
            INSERT INTO journal.payload_exact (operation, idx, seed, fields)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String TILE =
            """
            INSERT INTO journal.tile (operation, level, number, hashes)
            VALUES (:operation, :level, :number, :hashes)
            """;

    private static final String TREE =
            """
            WITH tree AS (
                INSERT INTO journal.tree (operation, size, root)
                VALUES (:operation, :size, :root))
            INSERT INTO journal.outbox (operation, from_size, size, heard_at)
            VALUES (:operation, :from, :size, :heardAt)
            """;

    private final JdbcClient sql;
    private final JdbcTemplate template;

    WriterStore(@Qualifier("keeper") JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    /// Makes this node the operation's writer until the transaction ends.
    void lock(OperationId operation) {
        sql.sql(LOCK).param("operation", operation.value()).query((_, _) -> 0).single();
    }

    /// Where the log ends; empty when there is no such operation.
    Optional<End> end(OperationId operation) {
        return sql.sql(END)
                .param("operation", operation.value())
                .query(
                        (row, _) -> {
                            var heard = row.getObject("last_heard", OffsetDateTime.class);
                            return new End(
                                    row.getLong("size"),
                                    heard == null ? Instant.EPOCH : heard.toInstant(),
                                    row.getObject("in_effect_from", OffsetDateTime.class)
                                            .toInstant());
                        })
                .optional();
    }

    /// The statements that the log already has under these ids, by originator and id.
    Map<String, Prior> prior(OperationId operation, Collection<UUID> ids) {
        var prior = new HashMap<String, Prior>();
        sql.sql(PRIOR)
                .param("operation", operation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            prior.put(
                                    row.getString("originator") + '/' + row.getString("id"),
                                    new Prior(row.getLong("idx"), row.getBytes("content")));
                        });
        return prior;
    }

    /// The highest counter heard so far from each of these devices.
    Map<String, Long> lastOf(OperationId operation, Collection<String> devices) {
        var last = new HashMap<String, Long>();
        if (!devices.isEmpty()) {
            sql.sql(LAST_OF_DEVICES)
                    .param("operation", operation.value())
                    .param("devices", devices.toArray(String[]::new))
                    .query(
                            row -> {
                                last.put(row.getString("device"), row.getLong("last"));
                            });
        }
        return last;
    }

    void insert(OperationId operation, List<Row> rows) {
        template.execute(
                (ConnectionCallback<Integer>)
                        connection -> {
                            insertStatements(connection, operation, rows);
                            insertPayloads(connection, operation, rows);
                            insertExact(connection, operation, rows);
                            return rows.size();
                        });
    }

    private static void insertStatements(Connection to, OperationId operation, List<Row> rows)
            throws SQLException {
        run(
                to,
                STATEMENTS,
                operation,
                column(to, "bigint", rows, Row::index),
                column(to, "uuid", rows, Row::id),
                column(to, "text", rows, Row::originator),
                column(to, "text", rows, Row::type),
                column(to, "int", rows, Row::schema),
                column(to, "text", rows, Row::assurance),
                column(to, "int", rows, Row::label),
                column(to, "timestamptz", rows, row -> row.claimedAt().atOffset(UTC)),
                column(to, "timestamptz", rows, row -> row.heardAt().atOffset(UTC)),
                column(to, "text", rows, row -> String.join(",", row.marks())),
                column(to, "text", rows, Row::device),
                column(to, "bigint", rows, Row::deviceSequence),
                column(to, "bytea", rows, Row::statement),
                column(to, "bytea", rows, Row::leaf));
    }

    private static void insertPayloads(Connection to, OperationId operation, List<Row> rows)
            throws SQLException {
        run(
                to,
                PAYLOADS,
                operation,
                column(to, "bigint", rows, Row::index),
                column(to, "text", rows, row -> row.said().subject()),
                column(to, "text", rows, row -> row.said().account()),
                column(to, "bytea", rows, row -> row.said().leafSalt()),
                column(to, "bytea", rows, row -> row.said().seeds()),
                column(to, "text", rows, row -> row.said().fields()),
                column(to, "bytea", rows, row -> row.said().content()));
    }

    private static void insertExact(Connection to, OperationId operation, List<Row> rows)
            throws SQLException {
        var exact = rows.stream().filter(row -> row.said().exactFields() != null).toList();
        if (!exact.isEmpty()) {
            run(
                    to,
                    EXACT,
                    operation,
                    column(to, "bigint", exact, Row::index),
                    column(to, "bytea", exact, row -> row.said().exactSeed()),
                    column(to, "text", exact, row -> row.said().exactFields()));
        }
    }

    private static Array column(
            Connection to, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        if (type.equals("bytea")) {
            var bytes = rows.stream().map(value).toArray(byte[][]::new);
            return to.createArrayOf(type, bytes);
        }
        return to.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static void run(Connection to, String insert, OperationId operation, Array... columns)
            throws SQLException {
        try (var statement = to.prepareStatement(insert)) {
            statement.setString(1, operation.value());
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 2, columns[i]);
            }
            statement.executeUpdate();
        }
    }

    void insertTile(OperationId operation, TileContent content) {
        sql.sql(TILE)
                .param("operation", operation.value())
                .param("level", content.tile().level())
                .param("number", content.tile().index())
                .param("hashes", content.hashes())
                .update();
    }

    /// The tree after a batch, and the reactions that are owed for it.
    void insertTree(OperationId operation, long from, RightEdge edge, Instant heardAt) {
        sql.sql(TREE)
                .param("operation", operation.value())
                .param("from", from)
                .param("size", edge.size())
                .param("root", edge.root().bytes())
                .param("heardAt", heardAt.atOffset(UTC))
                .update();
    }
}
