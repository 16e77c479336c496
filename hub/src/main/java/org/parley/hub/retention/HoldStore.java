package org.parley.hub.retention;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Keepsakes;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Legal holds, each under the label of the record that it holds.
@Repository
class HoldStore implements Keepsakes {

    /// Holds that are listed at most.
    private static final int MOST = 500;

    private static final String HOLDS =
            """
            SELECT h.placed_by, h.hold, h.originator, h.record, h.lifted, h.reason, h.at
              FROM state.legal_hold h
             WHERE h.operation = :operation AND h.label = ANY(:labels)
               AND h.known_from < :size AND h.known_until >= :size
               AND (:originator::text IS NULL OR h.originator = :originator)
               AND (:record::uuid IS NULL OR h.record = :record)
             ORDER BY h.lifted, h.known_from DESC
             LIMIT
            """
                    + MOST;

    private static final String STANDS =
            """
            SELECT EXISTS (SELECT FROM state.legal_hold
                            WHERE operation = :operation AND placed_by = :by AND hold = :hold
                              AND known_until = 9223372036854775807 AND NOT lifted)
            """;

    private static final String HELD =
            """
            SELECT EXISTS (SELECT FROM state.legal_hold
                            WHERE operation = :operation AND originator = :originator
                              AND record = :record
                              AND known_until = 9223372036854775807 AND NOT lifted)
            """;

    private static final String PLACE =
            """
            INSERT INTO state.legal_hold (operation, placed_by, hold, originator, record, idx,
                   lifted, reason, at, label, known_from)
            SELECT s.operation, :by, :hold, s.originator, s.id, s.idx, false, :reason, :at, s.label,
                   :index
              FROM journal.statement s
             WHERE s.operation = :operation AND s.originator = :originator AND s.id = :record
               AND s.idx < :index
            """;

    private static final String CLOSE =
            """
            UPDATE state.legal_hold SET known_until = :index
             WHERE operation = :operation AND placed_by = :by AND hold = :hold
               AND known_until = 9223372036854775807
            """;

    private static final String LIFT =
            """
            INSERT INTO state.legal_hold (operation, placed_by, hold, originator, record, idx,
                   lifted, reason, at, label, known_from)
            SELECT operation, placed_by, hold, originator, record, idx, true, :reason, :at, label,
                   :index
              FROM state.legal_hold
             WHERE operation = :operation AND placed_by = :by AND hold = :hold
               AND known_until = :index AND NOT lifted
            """;

    private final JdbcClient sql;
    private final JdbcClient keeper;

    HoldStore(JdbcClient sql, @Qualifier("keeper") JdbcClient keeper) {
        this.sql = sql;
        this.keeper = keeper;
    }

    /// @param originator of the record; with `record`, else of all
    List<HoldView> list(
            Sight sight, Cut cut, @Nullable PartnerId originator, @Nullable StatementId record) {
        return sql.sql(HOLDS)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .param("originator", originator == null ? null : originator.value())
                .param("record", record == null ? null : record.value())
                .query(
                        (row, _) ->
                                new HoldView(
                                        row.getString("placed_by"),
                                        row.getObject("hold", UUID.class).toString(),
                                        row.getString("originator"),
                                        row.getObject("record", UUID.class).toString(),
                                        row.getBoolean("lifted"),
                                        row.getString("reason"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean stands(OperationId operation, PartnerId by, StatementId hold) {
        return keeper.sql(STANDS)
                .param("operation", operation.value())
                .param("by", by.value())
                .param("hold", hold.value())
                .query(Boolean.class)
                .single();
    }

    /// What is said about keeping stays, or it would be changed silently.
    @Override
    public Optional<Refusal> stays(
            OperationId operation, PartnerId originator, StatementId statement, String type) {
        if (type.startsWith("retention.")) {
            return Optional.of(new Refusal("retention.stays", Map.of()));
        }
        boolean held =
                keeper.sql(HELD)
                        .param("operation", operation.value())
                        .param("originator", originator.value())
                        .param("record", statement.value())
                        .query(Boolean.class)
                        .single();
        return held ? Optional.of(new Refusal("retention.on-hold", Map.of())) : Optional.empty();
    }

    void place(Entry<HoldPlaced> entry) {
        sql.sql(PLACE)
                .param("operation", entry.operation().value())
                .param("by", entry.originator().value())
                .param("hold", entry.id().value())
                .param("originator", entry.body().originator().value())
                .param("record", entry.body().record().value())
                .param("reason", entry.body().reason())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("index", entry.index())
                .update();
    }

    void lift(Entry<HoldLifted> entry) {
        sql.sql(CLOSE)
                .param("operation", entry.operation().value())
                .param("by", entry.originator().value())
                .param("hold", entry.body().hold().value())
                .param("index", entry.index())
                .update();
        sql.sql(LIFT)
                .param("operation", entry.operation().value())
                .param("by", entry.originator().value())
                .param("hold", entry.body().hold().value())
                .param("reason", entry.body().reason())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("index", entry.index())
                .update();
    }
}
