package org.parley.hub.reports;

import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.hub.reports.SituationSummary.StatementCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts statements of the journal.
@Repository
class SummaryStore {

    private static final String COUNTS =
            """
            SELECT type, count(*), count(DISTINCT originator) FROM journal.statement
             WHERE operation = :operation AND idx >= :from AND idx < :until
               AND label = ANY(:labels)
             GROUP BY type ORDER BY type
            """;

    private final JdbcClient sql;

    SummaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<StatementCount> counts(Sight sight, Cut from, Cut until) {
        return sql.sql(COUNTS)
                .param("operation", until.operation().value())
                .param("from", from.size())
                .param("until", until.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new StatementCount(
                                        row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}
