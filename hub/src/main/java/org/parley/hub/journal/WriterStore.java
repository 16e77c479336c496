package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// What the log has as a batch begins.
    ///
    /// @param prior the statements under the batch's ids, by originator and id
    /// @param lastOfDevice the highest counter heard so far from each of the batch's devices
    record Opening(Optional<End> end, Map<String, Prior> prior, Map<Counter, Long> lastOfDevice) {}

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

    /// In one trip: each statement sees what is committed once the one before it is done, so the
    /// log is read after the lock is held.
    private static final String OPENING =
            """
            SELECT pg_advisory_xact_lock(hashtextextended(?, 6962));
            SELECT coalesce(t.size, 0) AS size, s.heard_at AS last_heard, o.in_effect_from
              FROM journal.operation o
              LEFT JOIN LATERAL (SELECT size FROM journal.tree
                                  WHERE operation = o.id ORDER BY size DESC LIMIT 1) t ON true
              LEFT JOIN journal.statement s ON s.operation = o.id AND s.idx = t.size - 1
             WHERE o.id = ?;
            SELECT s.originator, s.id, s.idx, p.content
              FROM unnest(?::text[], ?::uuid[]) AS asked (originator, id)
              JOIN journal.statement s
                ON s.operation = ? AND s.originator = asked.originator AND s.id = asked.id
              LEFT JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx;
            SELECT d.originator, d.device,
                   (SELECT max(device_seq) FROM journal.statement
                     WHERE operation = ? AND originator = d.originator AND device = d.device)
                       AS last
              FROM unnest(?::text[], ?::text[]) AS d (originator, device)
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
                   (operation, idx, subject, account, leaf_salt, seeds, fields, content,
                    author_proof)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                                      ?::text[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String EXACT =
            """
            INSERT INTO journal.payload_exact (operation, idx, seed, fields)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String HELD =
            """
            INSERT INTO journal.payload_held
                   (operation, idx, number, field, class, sign, token, salt, text)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String TILE =
            """
            INSERT INTO journal.tile (operation, level, number, hashes)
            VALUES (:operation, :level, :number, :hashes)
            """;

    private static final String TREE =
            """
            WITH tree AS (
                INSERT INTO journal.tree (operation, size, root) VALUES (?, ?, ?))
            INSERT INTO journal.outbox (operation, from_size, size, heard_at)
            VALUES (?, ?, ?, ?)
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
                .query((row, _) -> end(row))
                .optional();
    }

    /// Makes this node the operation's writer until the transaction ends, and reads what it needs
    /// to decide on a batch.
    Opening open(OperationId operation, List<Waiting> batch, Collection<Counter> devices) {
        return requireNonNull(
                template.execute(
                        (ConnectionCallback<Opening>)
                                connection -> {
                                    try (var asking = connection.prepareStatement(OPENING)) {
                                        ask(asking, operation, batch, devices);
                                        return opening(asking);
                                    }
                                }));
    }

    private static void ask(
            PreparedStatement asking,
            OperationId operation,
            List<Waiting> batch,
            Collection<Counter> devices)
            throws SQLException {
        var connection = asking.getConnection();
        asking.setString(1, operation.value());
        asking.setString(2, operation.value());
        asking.setArray(3, array(connection, "text", batch, Waiting::originator));
        asking.setArray(4, array(connection, "uuid", batch, Waiting::id));
        asking.setString(5, operation.value());
        asking.setString(6, operation.value());
        asking.setArray(
                7,
                connection.createArrayOf(
                        "text", devices.stream().map(Counter::originator).toArray()));
        asking.setArray(
                8,
                connection.createArrayOf("text", devices.stream().map(Counter::device).toArray()));
        asking.execute();
    }

    private static Array array(
            Connection to, String type, List<Waiting> batch, Function<Waiting, Object> value)
            throws SQLException {
        return to.createArrayOf(type, batch.stream().map(value).toArray());
    }

    private static Opening opening(PreparedStatement asked) throws SQLException {
        var prior = new HashMap<String, Prior>();
        var last = new HashMap<Counter, Long>();
        asked.getMoreResults(); // past the lock's own row
        End end = null;
        try (var row = asked.getResultSet()) {
            if (row.next()) {
                end = end(row);
            }
        }
        asked.getMoreResults();
        try (var row = asked.getResultSet()) {
            while (row.next()) {
                prior.put(
                        row.getString("originator") + '/' + row.getString("id"),
                        new Prior(row.getLong("idx"), row.getBytes("content")));
            }
        }
        asked.getMoreResults();
        try (var row = asked.getResultSet()) {
            while (row.next()) {
                last.put(
                        new Counter(row.getString("originator"), row.getString("device")),
                        row.getLong("last"));
            }
        }
        return new Opening(Optional.ofNullable(end), prior, last);
    }

    private static End end(ResultSet row) throws SQLException {
        var heard = row.getObject("last_heard", OffsetDateTime.class);
        return new End(
                row.getLong("size"),
                heard == null ? Instant.EPOCH : heard.toInstant(),
                row.getObject("in_effect_from", OffsetDateTime.class).toInstant());
    }

    /// Adds the rows, the tree over them and the reactions that are owed for them, in one trip.
    void insert(
            OperationId operation,
            List<Row> rows,
            long from,
            RightEdge.Growth growth,
            Instant heardAt) {
        var exact = rows.stream().filter(row -> row.said().exactFields() != null).toList();
        var held = rows.stream().flatMap(HeldRow::of).toList();
        var inserts =
                STATEMENTS
                        + ";"
                        + PAYLOADS
                        + ";"
                        + (exact.isEmpty() ? "" : EXACT + ";")
                        + (held.isEmpty() ? "" : HELD + ";")
                        + TREE;
        template.execute(
                (ConnectionCallback<Boolean>)
                        connection -> {
                            try (var insert = connection.prepareStatement(inserts)) {
                                var values = new Values(connection, insert, operation);
                                statements(values, rows);
                                payloads(values, rows);
                                exact(values, exact);
                                held(values, held);
                                values.operation()
                                        .next(growth.edge().size())
                                        .next(growth.root().bytes())
                                        .operation()
                                        .next(from)
                                        .next(growth.edge().size())
                                        .next(heardAt.atOffset(UTC));
                                return insert.execute();
                            }
                        });
    }

    /// The values of several inserts in a row.
    private static final class Values {

        private final Connection connection;
        private final PreparedStatement insert;
        private final OperationId operation;
        private int number;

        Values(Connection connection, PreparedStatement insert, OperationId operation) {
            this.connection = connection;
            this.insert = insert;
            this.operation = operation;
        }

        Values operation() throws SQLException {
            return next(operation.value());
        }

        Values next(Object value) throws SQLException {
            insert.setObject(++number, value);
            return this;
        }

        <T> Values column(String type, List<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            return next(WriterStore.column(connection, type, rows, value));
        }
    }

    private static void statements(Values to, List<Row> rows) throws SQLException {
        to.operation()
                .column("bigint", rows, Row::index)
                .column("uuid", rows, Row::id)
                .column("text", rows, Row::originator)
                .column("text", rows, Row::type)
                .column("int", rows, Row::schema)
                .column("text", rows, Row::assurance)
                .column("int", rows, Row::label)
                .column("timestamptz", rows, row -> row.claimedAt().atOffset(UTC))
                .column("timestamptz", rows, row -> row.heardAt().atOffset(UTC))
                .column("text", rows, row -> String.join(",", row.marks()))
                .column("text", rows, Row::device)
                .column("bigint", rows, Row::deviceSequence)
                .column("bytea", rows, Row::statement)
                .column("bytea", rows, Row::leaf);
    }

    private static void payloads(Values to, List<Row> rows) throws SQLException {
        to.operation()
                .column("bigint", rows, Row::index)
                .column("text", rows, row -> row.said().subject())
                .column("text", rows, row -> row.said().account())
                .column("bytea", rows, row -> row.said().leafSalt())
                .column("bytea", rows, row -> row.said().seeds())
                .column("text", rows, row -> row.said().fields())
                .column("bytea", rows, row -> row.said().content())
                .column("text", rows, row -> row.said().authorProof());
    }

    private static void exact(Values to, List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            to.operation()
                    .column("bigint", rows, Row::index)
                    .column("bytea", rows, row -> row.said().exactSeed())
                    .column("text", rows, row -> row.said().exactFields());
        }
    }

    /// A held text of a row.
    private record HeldRow(long index, int number, HeldField text) {

        static Stream<HeldRow> of(Row row) {
            var held = row.said().held();
            return IntStream.range(0, held.size())
                    .mapToObj(number -> new HeldRow(row.index(), number, held.get(number)));
        }
    }

    private static void held(Values to, List<HeldRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            to.operation()
                    .column("bigint", rows, HeldRow::index)
                    .column("int", rows, HeldRow::number)
                    .column("text", rows, row -> row.text().field())
                    .column("text", rows, row -> row.text().fieldClass().code())
                    .column("text", rows, row -> row.text().sign())
                    .column("text", rows, row -> row.text().held().token())
                    .column("bytea", rows, row -> row.text().held().salt())
                    .column("text", rows, row -> row.text().held().text());
        }
    }

    private static <T> Array column(
            Connection to, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        if (type.equals("bytea")) {
            var bytes = rows.stream().map(value).toArray(byte[][]::new);
            return to.createArrayOf(type, bytes);
        }
        return to.createArrayOf(type, rows.stream().map(value).toArray());
    }

    void insertTile(OperationId operation, TileContent content) {
        sql.sql(TILE)
                .param("operation", operation.value())
                .param("level", content.tile().level())
                .param("number", content.tile().index())
                .param("hashes", content.hashes())
                .update();
    }
}
