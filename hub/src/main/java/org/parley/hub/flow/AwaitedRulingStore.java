package org.parley.hub.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.parley.hub.heard.Awaiting;
import org.parley.hub.heard.Question;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests that await rulings: one question for each authority that a request names. It is
/// answered by the ruling after which no line that the reader sees is without one of that
/// authority, said by itself or heard by others; who sees no lines sees it answered by the first. A
/// request that was withdrawn or closed before awaits nothing any more.
@Repository
class AwaitedRulingStore implements Awaiting {

    private static final String ASKED =
            """
            WITH asked AS (
                SELECT c.consignment, c.originator, a.authority,
                       (SELECT min(f.known_from) FROM state.consignment f
                         WHERE f.operation = c.operation AND f.consignment = c.consignment) AS idx
                  FROM state.consignment c
                 CROSS JOIN LATERAL (SELECT DISTINCT unnest(c.authorities) AS authority) a
                 WHERE c.operation = :operation AND c.label = ANY(:labels)
                   AND c.known_from < :size AND c.known_until >= :size),
            ruled AS (
                SELECT consignment, line, authority, min(known_from) AS idx
                  FROM state.flow_ruling
                 WHERE operation = :operation AND label = ANY(:labels) AND known_from < :size
                 GROUP BY consignment, line, authority),
            first AS (
                SELECT consignment, authority, min(idx) AS idx FROM ruled
                 GROUP BY consignment, authority),
            whole AS (
                SELECT a.consignment, a.authority, count(*) AS lines, count(r.idx) AS ruled,
                       max(r.idx) AS idx
                  FROM asked a
                  JOIN state.consignment_line l ON l.operation = :operation
                   AND l.consignment = a.consignment AND l.label = ANY(:operational)
                   AND l.known_from < :size AND l.known_until >= :size
                  LEFT JOIN ruled r ON r.consignment = a.consignment AND r.line = l.line
                   AND r.authority = a.authority
                 GROUP BY a.consignment, a.authority),
            ended AS (
                SELECT consignment, min(idx) AS idx FROM state.flow_event
                 WHERE operation = :operation AND label = ANY(:labels)
                   AND type IN ('flow.consignment-withdrawn', 'flow.consignment-closed')
                   AND known_from < :size AND known_until >= :size
                 GROUP BY consignment)
            SELECT a.consignment, a.originator, a.authority, a.idx,
                   CASE WHEN w.lines IS NULL THEN f.idx
                        WHEN w.ruled = w.lines THEN w.idx END AS answered, e.idx AS ended
              FROM asked a
              LEFT JOIN whole w ON w.consignment = a.consignment AND w.authority = a.authority
              LEFT JOIN first f ON f.consignment = a.consignment AND f.authority = a.authority
              LEFT JOIN ended e ON e.consignment = a.consignment
            """;

    private final JdbcClient sql;

    AwaitedRulingStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "flow.ruling";
    }

    @Override
    public List<Question> asked(Sight sight, Cut cut) {
        return sql.sql(ASKED)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("operational", sight.labels(FieldClass.OPERATIONAL))
                .query((row, _) -> question(row))
                .list();
    }

    private static Question question(ResultSet row) throws SQLException {
        var answered = row.getObject("answered", Long.class);
        var ended = row.getObject("ended", Long.class);
        Question.End end = null;
        if (answered != null) {
            end = Question.End.answered(answered);
        } else if (ended != null) {
            end = Question.End.lapsed(ended);
        }
        return new Question(
                "consignment/" + row.getString("consignment"),
                new PartnerId(row.getString("originator")),
                new PartnerId(row.getString("authority")),
                row.getLong("idx"),
                null,
                end);
    }
}
