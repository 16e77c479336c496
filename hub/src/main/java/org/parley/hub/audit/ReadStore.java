package org.parley.hub.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and alerts, only ever added to.
@Repository
class ReadStore {

    private static final String ADD =
            """
            INSERT INTO audit.exact_read (operation, originator, idx, statement, organisation,
                   account, way, at, size)
            SELECT s.operation, s.originator, s.idx, s.id, r.organisation, r.account, r.way, r.at,
                   r.size
              FROM unnest(:operations::text[], :indices::bigint[], :organisations::text[],
                          :accounts::text[], :ways::text[], :ats::timestamptz[], :sizes::bigint[])
                   AS r (operation, idx, organisation, account, way, at, size)
              JOIN journal.statement s ON s.operation = r.operation AND s.idx = r.idx
             WHERE s.originator <> r.organisation
            """;

    // Once for each originator, of its own records, and once for the reader's organisation, of all.
    private static final String RAISE =
            """
            WITH now_read AS (
                SELECT coalesce(originator, organisation) AS seer, organisation, count(*) AS records
                  FROM audit.exact_read
                 WHERE operation = :operation AND account = :account
                   AND at >= :hour AND at < :hour + interval '1 hour'
                 GROUP BY GROUPING SETS ((originator, organisation), (organisation))
                HAVING count(*) > :least),
            hours AS (
                SELECT coalesce(originator, organisation) AS seer,
                       date_trunc('hour', at) AS hour, count(*) AS records
                  FROM audit.exact_read
                 WHERE operation = :operation AND account = :account
                   AND at >= :hour - make_interval(days => :days) AND at < :hour
                   AND EXISTS (SELECT FROM now_read)
                 GROUP BY GROUPING SETS ((originator, organisation, date_trunc('hour', at)),
                                         (organisation, date_trunc('hour', at)))),
            usual AS (
                SELECT seer, percentile_disc(0.5) WITHIN GROUP (ORDER BY records) AS records
                  FROM hours GROUP BY seer)
            INSERT INTO audit.alert (operation, seer, organisation, account, hour, raised_at,
                   records, usual, bound)
            SELECT :operation, n.seer, n.organisation, :account, :hour, :at, n.records,
                   coalesce(u.records, 0), greatest(:least, :times * coalesce(u.records, 0))
              FROM now_read n
              LEFT JOIN usual u ON u.seer = n.seer
             WHERE n.records > greatest(:least, :times * coalesce(u.records, 0))
            ON CONFLICT DO NOTHING
            """;

    private static final String READS =
            """
            SELECT read, statement, idx, organisation, account, way, at
              FROM audit.exact_read
             WHERE operation = :operation AND originator = :originator
               AND (:statement::uuid IS NULL OR statement = :statement)
               AND (NOT :past OR size <= :size)
               AND (:before::timestamptz IS NULL OR at < :before
                    OR (at = :before AND read > :beforeRead::uuid))
             ORDER BY at DESC, read
             LIMIT :limit
            """;

    private static final String ALERTS =
            """
            SELECT what, organisation, account, hour, raised_at, records, usual, bound
              FROM audit.alert
             WHERE operation = :operation AND seer = :seer AND (organisation <> :seer OR :officer)
             ORDER BY raised_at DESC, account
             LIMIT :limit
            """;

    private final JdbcClient sql;

    ReadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A read with its place in the list.
    record Row(UUID read, ReadView view) {}

    /// Which reads somebody asks for.
    ///
    /// @param statement only those of this statement
    /// @param before only those further down than this one; with `beforeRead`
    record Wanted(
            PartnerId originator,
            @Nullable UUID statement,
            @Nullable Instant before,
            @Nullable UUID beforeRead,
            int limit) {}

    void add(List<Read> reads) {
        var operations = new ArrayList<String>();
        var indices = new ArrayList<Long>();
        var organisations = new ArrayList<String>();
        var accounts = new ArrayList<String>();
        var ways = new ArrayList<String>();
        var times = new ArrayList<String>();
        var sizes = new ArrayList<Long>();
        for (var read : reads) {
            for (var index : read.indices()) {
                operations.add(read.operation().value());
                indices.add(index);
                organisations.add(read.organisation());
                accounts.add(read.account());
                ways.add(read.way().code());
                times.add(read.at().toString());
                sizes.add(read.size());
            }
        }
        sql.sql(ADD)
                .param("operations", operations.toArray(String[]::new))
                .param("indices", indices.toArray(Long[]::new))
                .param("organisations", organisations.toArray(String[]::new))
                .param("accounts", accounts.toArray(String[]::new))
                .param("ways", ways.toArray(String[]::new))
                .param("ats", times.toArray(String[]::new))
                .param("sizes", sizes.toArray(Long[]::new))
                .update();
    }

    /// Raises the alerts of an account that are due in the hour and are not there yet.
    ///
    /// @return how many
    int raise(
            OperationId operation,
            String account,
            Instant hour,
            Instant at,
            AuditSettings settings) {
        return sql.sql(RAISE)
                .param("operation", operation.value())
                .param("account", account)
                .param("hour", hour.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("least", settings.least())
                .param("times", settings.times())
                .param("days", settings.days())
                .update();
    }

    /// The newest first.
    List<Row> reads(Cut cut, Wanted wanted) {
        var before = wanted.before();
        return sql.sql(READS)
                .param("operation", cut.operation().value())
                .param("originator", wanted.originator().value())
                .param("statement", wanted.statement())
                .param("past", !cut.live())
                .param("size", cut.size())
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("beforeRead", wanted.beforeRead())
                .param("limit", wanted.limit())
                .query(ReadStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("read", UUID.class),
                new ReadView(
                        row.getObject("statement", UUID.class).toString(),
                        row.getLong("idx"),
                        row.getString("organisation"),
                        row.getString("account"),
                        row.getString("way"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    /// The newest first.
    ///
    /// @param officer whether the alerts on accounts of one's own organisation are among them
    List<ReadAlertView> alerts(OperationId operation, PartnerId seer, boolean officer, int limit) {
        return sql.sql(ALERTS)
                .param("operation", operation.value())
                .param("seer", seer.value())
                .param("officer", officer)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new ReadAlertView(
                                        row.getString("what"),
                                        row.getString("organisation").equals(seer.value()),
                                        row.getString("organisation"),
                                        row.getString("account"),
                                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                                        row.getObject("raised_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("records"),
                                        row.getLong("usual"),
                                        row.getLong("bound")))
                .list();
    }
}
