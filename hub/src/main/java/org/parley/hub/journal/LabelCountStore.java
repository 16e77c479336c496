package org.parley.hub.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many statements stand under which labels.
@Repository
class LabelCountStore {

    record Count(int label, String type, long statements) {}

    private static final String COUNT =
            """
            SELECT label, type, count(*) AS statements
              FROM journal.statement
             WHERE operation = :operation AND idx < :size AND label = ANY(:labels)
             GROUP BY label, type
            """;

    private final JdbcClient sql;

    LabelCountStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Count> of(Cut cut, Integer[] labels) {
        return sql.sql(COUNT)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", labels)
                .query(
                        (row, _) ->
                                new Count(
                                        row.getInt("label"),
                                        row.getString("type"),
                                        row.getLong("statements")))
                .list();
    }
}
