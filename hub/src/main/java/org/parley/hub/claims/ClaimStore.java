package org.parley.hub.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Claims in PostgreSQL, one row a version.
@Repository
class ClaimStore {

    /// One version that a reader may see.
    record Said(
            String originator,
            int label,
            long index,
            Instant heardAt,
            List<String> marks,
            boolean revised,
            Claimed body) {}

    private static final String END =
            """
            UPDATE state.claim SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND claim = :claim
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN =
            """
            INSERT INTO state.claim (operation, originator, claim, kind, series, claimed_at,
                   heard_at, marks, body, label, known_from)
            VALUES (:operation, :originator, :claim, :kind, :series, :claimedAt,
                   :heardAt, :marks, :body::jsonb, :label, :index)
            """;

    private static final String COLUMNS =
            """
            SELECT c.originator, c.label, c.known_from, c.heard_at, c.marks, c.body::text,
                   EXISTS (SELECT FROM state.claim e
                            WHERE e.operation = c.operation AND e.originator = c.originator
                              AND e.claim = c.claim AND e.known_from < c.known_from
                              AND e.label = ANY(:labels)) AS revised
              FROM state.claim c
            """;

    private static final String KNOWN =
            """
             WHERE c.operation = :operation AND c.label = ANY(:labels)
               AND c.known_from < :size AND c.known_until >= :size
            """;

    private static final String LIST =
            COLUMNS
                    + KNOWN
                    + """
                         AND (:kind::text IS NULL OR c.kind = :kind)
                         AND c.originator || '/' || c.claim > :after
                       ORDER BY c.originator || '/' || c.claim
                       LIMIT :limit
                      """;

    private static final String SERIES =
            COLUMNS + KNOWN + " AND c.series = :series ORDER BY c.claim, c.originator";

    private static final String GET =
            COLUMNS + KNOWN + " AND c.originator = :originator AND c.claim = :claim";

    private static final String SERIES_NAMES =
            "SELECT c.series FROM state.claim c "
                    + KNOWN
                    + " AND c.series IS NOT NULL GROUP BY c.series HAVING count(*) > 1 ORDER BY 1";

    private static final String SINCE =
            COLUMNS + KNOWN + " AND c.known_from >= :since ORDER BY c.known_from";

    private final JdbcClient sql;
    private final JsonMapper json;

    ClaimStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void save(Entry<Claimed> entry) {
        var body = entry.body();
        sql.sql(END)
                .param("index", entry.index())
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("claim", body.claim())
                .update();
        var figure = body.figure();
        sql.sql(BEGIN)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("claim", body.claim())
                .param("kind", body.kind().code())
                .param("series", figure == null ? null : figure.series())
                .param("claimedAt", entry.claimedAt().atOffset(ZoneOffset.UTC))
                .param("heardAt", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("body", json.writeValueAsString(body))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    List<Said> list(Sight sight, Cut cut, @Nullable String kind, String after, int limit) {
        return known(LIST, sight, cut)
                .param("kind", kind)
                .param("after", after)
                .param("limit", limit)
                .query(this::said)
                .list();
    }

    /// The figures of one series. Field classes: a figure is F2, so only labels that show that.
    List<Said> series(Sight sight, Cut cut, String series) {
        return known(SERIES, sight, cut, FieldClass.OPERATIONAL)
                .param("series", series)
                .query(this::said)
                .list();
    }

    List<String> seriesWithRivals(Sight sight, Cut cut) {
        return known(SERIES_NAMES, sight, cut, FieldClass.OPERATIONAL)
                .query((row, _) -> row.getString("series"))
                .list();
    }

    List<Said> since(Sight sight, Cut cut, long since) {
        return known(SINCE, sight, cut).param("since", since).query(this::said).list();
    }

    Optional<Said> find(Sight sight, Cut cut, String originator, String claim) {
        return known(GET, sight, cut)
                .param("originator", originator)
                .param("claim", claim)
                .query(this::said)
                .optional();
    }

    private JdbcClient.StatementSpec known(String query, Sight sight, Cut cut) {
        return known(query, sight, cut, FieldClass.HEADER);
    }

    private JdbcClient.StatementSpec known(
            String query, Sight sight, Cut cut, FieldClass fieldClass) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels(fieldClass))
                .param("size", cut.size());
    }

    private Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getString("originator"),
                row.getInt("label"),
                row.getLong("known_from"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("marks").getArray()),
                row.getBoolean("revised"),
                json.readValue(row.getString("body"), Claimed.class));
    }
}
