package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which statements name which.
@Repository
class ReferenceStore {

    private static final String ADD =
            """
            INSERT INTO journal.reference (operation, idx, relation, originator, id)
            VALUES (:operation, :index, :relation, :originator, :id)
            """;

    private static final String THERE =
            """
            SELECT originator, id FROM journal.statement
             WHERE operation = :operation AND id = ANY(:ids)
            """;

    private static final String REPLACED =
            """
            SELECT r.originator, r.id, s.id AS by
              FROM journal.reference r
              JOIN journal.statement s ON s.operation = r.operation AND s.idx = r.idx
             WHERE r.operation = :operation AND r.id = ANY(:ids) AND r.relation = 'replaces'
               AND s.originator = r.originator
             ORDER BY s.idx
            """;

    /// What a reader may see of those who amended or answered a statement, at a moment.
    private static final String NAMING =
            """
            SELECT r.relation, r.originator, r.id, s.originator AS by_originator, s.id AS by,
                   EXISTS (SELECT 1 FROM journal.reference rr
                             JOIN journal.statement ss
                               ON ss.operation = rr.operation AND ss.idx = rr.idx
                            WHERE rr.operation = s.operation AND rr.originator = s.originator
                              AND rr.id = s.id AND rr.relation = 'replaces'
                              AND ss.originator = s.originator
                              AND ss.idx < :size AND ss.label = ANY(:labels)) AS replaced
              FROM journal.reference r
              JOIN journal.statement s ON s.operation = r.operation AND s.idx = r.idx
             WHERE r.operation = :operation AND r.id = ANY(:ids)
               AND s.idx < :size AND s.label = ANY(:labels)
             ORDER BY s.idx
            """;

    /// @param replaced whether it was itself amended later
    record Naming(
            String relation,
            String originator,
            UUID id,
            String byOriginator,
            UUID by,
            boolean replaced) {}

    private final JdbcClient sql;

    ReferenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(OperationId operation, long index, String originator, References references) {
        for (var id : references.replaces()) {
            add(operation, index, "replaces", originator, id.value());
        }
        references
                .answers()
                .ifPresent(
                        target ->
                                add(
                                        operation,
                                        index,
                                        "answers",
                                        target.originator().value(),
                                        target.id().value()));
    }

    private void add(
            OperationId operation, long index, String relation, String originator, UUID id) {
        sql.sql(ADD)
                .param("operation", operation.value())
                .param("index", index)
                .param("relation", relation)
                .param("originator", originator)
                .param("id", id)
                .update();
    }

    /// Which of these ids the log has, by originator and id.
    Set<String> there(OperationId operation, Collection<UUID> ids) {
        var there = new HashSet<String>();
        sql.sql(THERE)
                .param("operation", operation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            there.add(row.getString("originator") + '/' + row.getString("id"));
                        });
        return there;
    }

    /// Who replaced these ids so far, by originator and id.
    Map<String, List<UUID>> replaced(OperationId operation, Collection<UUID> ids) {
        var replaced = new HashMap<String, List<UUID>>();
        sql.sql(REPLACED)
                .param("operation", operation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            replaced.computeIfAbsent(
                                            row.getString("originator") + '/' + row.getString("id"),
                                            _ -> new ArrayList<>())
                                    .add(row.getObject("by", UUID.class));
                        });
        return replaced;
    }

    List<Naming> naming(OperationId operation, long size, Integer[] labels, Collection<UUID> ids) {
        return sql.sql(NAMING)
                .param("operation", operation.value())
                .param("size", size)
                .param("labels", labels)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                new Naming(
                                        row.getString("relation"),
                                        row.getString("originator"),
                                        row.getObject("id", UUID.class),
                                        row.getString("by_originator"),
                                        row.getObject("by", UUID.class),
                                        row.getBoolean("replaced")))
                .list();
    }
}
