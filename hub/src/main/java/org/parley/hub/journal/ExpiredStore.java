package org.parley.hub.journal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which classes of which statements are over their time, as the readers of those statements see
/// it.
@Repository
class ExpiredStore {

    private static final String ADD =
            """
            INSERT INTO state.expired (operation, idx, class, rule, days, at, label, known_from)
            SELECT s.operation, s.idx, :class, :rule, :days, :at, s.label, :index
              FROM unnest(:originators::text[], :ids::uuid[]) AS named (originator, id)
              JOIN journal.statement s
                ON s.operation = :operation AND s.originator = named.originator AND s.id = named.id
             WHERE s.idx < :index
            ON CONFLICT DO NOTHING
            """;

    private static final String OF =
            """
            SELECT idx, class, rule, days, at
              FROM state.expired
             WHERE operation = :operation AND idx = ANY(:indices)
               AND known_from < :size AND known_until >= :size
               AND label = ANY(CASE class WHEN 'F3' THEN :exact::int[]
                                          WHEN 'F2' THEN :operational::int[]
                                          ELSE :labels::int[] END)
             ORDER BY idx, class
            """;

    private final JdbcClient sql;

    ExpiredStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Entry<Expired> entry) {
        var said = entry.body();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("class", said.fieldClass())
                .param("rule", said.rule())
                .param("days", said.days())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("index", entry.index())
                .param(
                        "originators",
                        said.statements().stream()
                                .map(one -> one.originator().value())
                                .toArray(String[]::new))
                .param(
                        "ids",
                        said.statements().stream()
                                .map(one -> one.statement().value())
                                .toArray(UUID[]::new))
                .update();
    }

    /// By the index of the statement, as far as the reader may know of it.
    Map<Long, List<StatementView.Gone>> of(
            OperationId operation, long size, Sight sight, List<Long> indices) {
        var found = new HashMap<Long, List<StatementView.Gone>>();
        sql.sql(OF)
                .param("operation", operation.value())
                .param("size", size)
                .param("indices", indices.toArray(Long[]::new))
                .param("labels", sight.labels())
                .param("operational", sight.labels(FieldClass.OPERATIONAL))
                .param("exact", sight.labels(FieldClass.EXACT))
                .query(
                        row -> {
                            found.computeIfAbsent(row.getLong("idx"), _ -> new ArrayList<>())
                                    .add(
                                            new StatementView.Gone(
                                                    row.getString("class"),
                                                    row.getString("rule"),
                                                    row.getInt("days"),
                                                    row.getObject("at", OffsetDateTime.class)
                                                            .toInstant()));
                        });
        return found;
    }
}
