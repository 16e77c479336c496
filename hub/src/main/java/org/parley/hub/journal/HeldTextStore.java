package org.parley.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Texts that are held back, and what two people decided about them.
@Repository
class HeldTextStore {

    /// Statements that are listed at most.
    private static final int MOST = 200;

    /// A statement of which texts are held back, or were until two people released them.
    ///
    /// @param account that submitted it
    /// @param ruled whether two people have decided
    record Holding(
            long index,
            UUID id,
            String type,
            int label,
            String account,
            Instant heardAt,
            boolean ruled) {}

    /// A decision of two people as the readers of the statement see it.
    ///
    /// @param ruling the id of the statement that says so
    record Ruling(UUID ruling, boolean released, Instant at) {}

    private static final String HOLDING =
            """
            SELECT s.idx, s.id, s.type, s.label, p.account, s.heard_at,
                   EXISTS (SELECT FROM state.text_ruling r
                            WHERE r.operation = s.operation AND r.statement = s.idx) AS ruled
              FROM journal.statement s
              JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
             WHERE s.operation = :operation AND s.originator = :originator
               AND EXISTS (SELECT FROM journal.payload_held h
                            WHERE h.operation = s.operation AND h.idx = s.idx)
            """;

    private static final String FIND = HOLDING + "AND s.id = :id";

    // From the few texts that are held to their statements, never the other way round.
    private static final String WAITING =
            """
            WITH held AS MATERIALIZED (
                SELECT DISTINCT h.idx FROM journal.payload_held h
                 WHERE h.operation = :operation
                   AND NOT EXISTS (SELECT FROM state.text_ruling r
                                    WHERE r.operation = h.operation AND r.statement = h.idx))
            SELECT s.idx, s.id, s.type, s.label, p.account, s.heard_at, false AS ruled
              FROM held
              JOIN journal.statement s ON s.operation = :operation AND s.idx = held.idx
              JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
             WHERE s.originator = :originator AND s.idx < :size
             ORDER BY s.idx DESC
             LIMIT\s"""
                    + MOST;

    private static final String TEXTS =
            """
            SELECT idx, field, class, sign, salt, text
              FROM journal.payload_held
             WHERE operation = :operation AND idx = ANY(:indices)
             ORDER BY idx, number
            """;

    // The same as its readers may know it: released by the moment that they look at, and of
    // classes that they see.
    private static final String RELEASED =
            """
            SELECT h.idx, h.field, h.class, h.sign, h.salt, h.text
              FROM journal.payload_held h
              JOIN journal.statement s ON s.operation = h.operation AND s.idx = h.idx
              JOIN state.text_ruling r ON r.operation = h.operation AND r.statement = h.idx
             WHERE h.operation = :operation
               AND (h.idx = ANY(:indices) OR h.token = ANY(:tokens))
               AND r.released AND r.known_from < :size AND r.label = ANY(:f0)
               AND s.label = ANY(CASE h.class WHEN 'F0' THEN :f0::int[]
                                              WHEN 'F1' THEN :f1::int[]
                                              WHEN 'F2' THEN :f2::int[]
                                              WHEN 'F3' THEN :f3::int[] END)
             ORDER BY h.idx, h.number
            """;

    private static final String RULINGS =
            """
            SELECT statement, ruling, released, at
              FROM state.text_ruling
             WHERE operation = :operation AND statement = ANY(:indices)
               AND known_from < :size AND label = ANY(:labels)
            """;

    private static final String RULE =
            """
            INSERT INTO state.text_ruling
                   (operation, statement, ruling, released, at, label, known_from)
            SELECT s.operation, s.idx, :ruling, :released, :at, :label, :index
              FROM journal.statement s
             WHERE s.operation = :operation AND s.originator = :originator AND s.id = :record
               AND s.idx < :index
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;
    private final JdbcClient keeper;

    HeldTextStore(JdbcClient sql, @Qualifier("keeper") JdbcClient keeper) {
        this.sql = sql;
        this.keeper = keeper;
    }

    /// An organisation's own statement with held texts; empty where it has none.
    Optional<Holding> find(OperationId operation, PartnerId originator, StatementId id) {
        return keeper.sql(FIND)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("id", id.value())
                .query(HeldTextStore::holding)
                .optional();
    }

    /// Those of an organisation that nobody has decided on, the newest first.
    List<Holding> waiting(OperationId operation, PartnerId originator, long size) {
        return keeper.sql(WAITING)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("size", size)
                .query(HeldTextStore::holding)
                .list();
    }

    /// The texts themselves, released or not: for their submitter and whom the submitter asks.
    List<HeldField> texts(OperationId operation, long index) {
        return keeper.sql(TEXTS)
                .param("operation", operation.value())
                .param("indices", new Long[] {index})
                .query((row, _) -> field(row))
                .list();
    }

    /// The released texts of statements, by index, as far as the reader may see them.
    Map<Long, List<HeldField>> released(Cut cut, Sight sight, List<Long> indices) {
        var found = new HashMap<Long, List<HeldField>>();
        released(cut, sight)
                .param("indices", indices.toArray(Long[]::new))
                .param("tokens", new String[0])
                .query(
                        row -> {
                            found.computeIfAbsent(row.getLong("idx"), _ -> new ArrayList<>())
                                    .add(field(row));
                        });
        return found;
    }

    /// The same by what stands in their places.
    List<HeldField> released(Cut cut, Sight sight, Set<String> tokens) {
        return released(cut, sight)
                .param("indices", new Long[0])
                .param("tokens", tokens.toArray(String[]::new))
                .query((row, _) -> field(row))
                .list();
    }

    private JdbcClient.StatementSpec released(Cut cut, Sight sight) {
        return sql.sql(RELEASED)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("f0", sight.labels())
                .param("f1", sight.labels(FieldClass.COARSE))
                .param("f2", sight.labels(FieldClass.OPERATIONAL))
                .param("f3", sight.labels(FieldClass.EXACT));
    }

    /// What was decided about the texts of statements, by index, as far as the reader may know.
    Map<Long, Ruling> rulings(Cut cut, Sight sight, List<Long> indices) {
        var found = new HashMap<Long, Ruling>();
        sql.sql(RULINGS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("indices", indices.toArray(Long[]::new))
                .param("labels", sight.labels())
                .query(
                        row -> {
                            found.put(
                                    row.getLong("statement"),
                                    new Ruling(
                                            row.getObject("ruling", UUID.class),
                                            row.getBoolean("released"),
                                            row.getObject("at", OffsetDateTime.class).toInstant()));
                        });
        return found;
    }

    void rule(Entry<?> entry, StatementId record, boolean released) {
        sql.sql(RULE)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("record", record.value())
                .param("ruling", entry.id().value())
                .param("released", released)
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                row.getLong("idx"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("label"),
                row.getString("account"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("ruled"));
    }

    private static HeldField field(ResultSet row) throws SQLException {
        return new HeldField(
                row.getString("field"),
                FieldClass.of(row.getString("class")),
                row.getString("sign"),
                new HeldText(row.getBytes("salt"), row.getString("text")));
    }
}
