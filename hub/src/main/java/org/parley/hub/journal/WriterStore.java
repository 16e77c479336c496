package org.parley.hub.journal;

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
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.TileContent;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the operation's writer reads and inserts, in its own transaction.
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

    private static final String TILE =
            """
            INSERT INTO journal.tile (operation, level, number, hashes)
            VALUES (:operation, :level, :number, :hashes)
            """;

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final RowStore rows;

    WriterStore(@Qualifier("keeper") JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
        this.rows = new RowStore(template);
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
        this.rows.insert(operation, rows, from, growth, heardAt);
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
