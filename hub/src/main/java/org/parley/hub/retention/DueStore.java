package org.parley.hub.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Expired;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is over its time, and when the rest will be. Asked by the hub about everything, and for
/// readers about what they may see: what was said that they do not see changes nothing for them.
@Repository
class DueStore {

    /// Those that no rule destroys, and those that a hold keeps or that are gone already.
    private static final String NOT_KEPT =
            """
               AND s.type !~ '^(journal|retention)[.]'
               AND NOT EXISTS (
                   SELECT FROM state.expired x
                    WHERE x.operation = s.operation AND x.idx = s.idx AND x.class = :class
                      AND x.known_from < :size)
               AND NOT EXISTS (
                   SELECT FROM state.legal_hold h
                    WHERE h.operation = s.operation AND h.idx = s.idx AND NOT h.lifted
                      AND h.known_from < :size AND h.known_until >= :size)
            """;

    /// Times count from the last that was said of the same consignment, plan of loads or site, else
    /// from the statement itself. What a place's newest description says counts from the place's
    /// last day. Where goods are on their way, exact fields stay until the operational ones go.
    private static final String DUE =
            """
            WITH said AS MATERIALIZED (
                SELECT s.idx, s.originator, s.id, s.heard_at, p.subject
                  FROM journal.statement s
                  JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
                 WHERE s.operation = :operation AND s.idx < :size
                   AND s.heard_at <= :horizon::timestamptz - make_interval(days => :days)
                   AND (:all OR s.label = ANY(:wanted::int[]))
                   AND (p.subject LIKE 'site/%' OR :rule <> 'site')
                   AND (p.subject NOT LIKE 'site/%' OR :rule <> 'exact')
                   AND CASE :class
                       WHEN 'F3' THEN EXISTS (SELECT FROM journal.payload_exact e
                                               WHERE e.operation = s.operation AND e.idx = s.idx)
                       ELSE jsonb_exists(p.fields::jsonb, 'F2') END
            """
                    + NOT_KEPT
                    + """
            ), timed AS (
                SELECT said.idx, said.originator, said.id,
                       coalesce(place.active, false) AS active,
                       coalesce(way.running, false) AS running,
                       greatest(CASE WHEN said.subject ~ '^(consignment|load-plan|site)/'
                                     THEN last.at ELSE said.heard_at END,
                                place.ends) AS since
                  FROM said
                  CROSS JOIN LATERAL (
                       SELECT max(t.heard_at) AS at
                         FROM journal.payload q
                         JOIN journal.statement t ON t.operation = q.operation AND t.idx = q.idx
                        WHERE q.operation = :operation AND q.subject = said.subject
                          AND t.idx < :size AND (:all OR t.label = ANY(:seen::int[]))) last
                  LEFT JOIN LATERAL (
                       SELECT l.until_day IS NULL OR l.until_day >= :today::date AS active,
                              ((l.until_day + 1)::timestamp AT TIME ZONE 'UTC') AS ends
                         FROM state.place l
                        WHERE l.operation = :operation AND l.known_from = said.idx
                          AND l.known_until >= :size
                        LIMIT 1) place ON true
                  LEFT JOIN LATERAL (
                       SELECT bool_and(c.stage NOT IN
                                  ('arrived', 'distributed', 'withdrawn', 'closed', 'ruled-against'))
                                  AS running
                         FROM state.consignment_standing c
                        WHERE :class = 'F3' AND said.subject LIKE 'consignment/%'
                          AND c.operation = :operation
                          AND c.consignment = substr(said.subject, length('consignment/') + 1)
                          AND c.known_from < :size AND c.known_until >= :size
                          AND (:all OR c.label = ANY(:seen::int[]))) way ON true
            )
            SELECT * FROM (
                SELECT idx, originator, id,
                       since + make_interval(days => CASE WHEN running THEN greatest(:days, :cap)
                                                          ELSE :days END) AS at
                  FROM timed WHERE NOT active) due
             WHERE at <= :horizon
             ORDER BY idx
            """;

    /// All that is left, when the agreement is long over. Who takes part stays, or nobody could be
    /// told that the rest is gone.
    private static final String RECORDS =
            """
            SELECT s.idx, s.originator, s.id, :at::timestamptz AS at
              FROM journal.statement s
              JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
             WHERE s.operation = :operation AND s.idx < :size AND s.type NOT LIKE 'access.%'
               AND (:all OR s.label = ANY(:wanted::int[]))
            """
                    + NOT_KEPT
                    + " ORDER BY s.idx";

    private static final String GONE =
            """
            SELECT count(*) FROM state.expired
             WHERE operation = :operation AND rule = :rule AND label = ANY(:labels)
               AND known_from < :size
            """;

    private static final String HELD =
            """
            SELECT DISTINCT idx FROM state.legal_hold
             WHERE operation = :operation AND known_until = 9223372036854775807 AND NOT lifted
            """;

    private static final String READS =
            """
            SELECT at FROM audit.exact_read
             WHERE operation = :operation AND originator = :originator AND at <= :before
             ORDER BY at
            """;

    private static final String FORGET_READS =
            """
            DELETE FROM audit.exact_read
             WHERE operation = :operation AND at <= :before AND idx <> ALL(:held)
            """;

    // By whole days, as they are counted.
    private static final String FORGET_PULLS =
            """
            DELETE FROM audit.pulled
             WHERE operation = :operation AND idx <> ALL(:held)
               AND day < (:before::timestamptz AT TIME ZONE 'UTC')::date
            """;

    private static final String FORGET_ALERTS =
            "DELETE FROM audit.alert WHERE operation = :operation AND raised_at <= :before";

    private final JdbcClient sql;
    private final JdbcClient keeper;

    DueStore(JdbcClient sql, @Qualifier("keeper") JdbcClient keeper) {
        this.sql = sql;
        this.keeper = keeper;
    }

    /// A statement and when its fields are over their time.
    record Due(Expired.Named statement, Instant at) {}

    /// A rule as it holds.
    ///
    /// @param cap days for which exact fields are kept at most while goods are on their way
    record Rule(Kept kept, int days, int cap) {}

    /// What is due until the horizon.
    ///
    /// @param sight of who asks; null for the hub itself
    List<Due> due(Cut cut, @Nullable Sight sight, Rule rule, Instant now, Instant horizon) {
        return asked(DUE, cut, sight, rule.kept())
                .param("rule", rule.kept().code())
                .param("days", rule.days())
                .param("cap", rule.cap())
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("horizon", horizon.atOffset(ZoneOffset.UTC))
                .param("seen", sight == null ? new Integer[0] : sight.labels())
                .query(DueStore::due)
                .list();
    }

    /// All that is left, due at that moment.
    List<Due> records(Cut cut, @Nullable Sight sight, Instant at) {
        return asked(RECORDS, cut, sight, Kept.RECORD)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(DueStore::due)
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String question, Cut cut, @Nullable Sight sight, Kept kept) {
        return (sight == null ? keeper : sql)
                .sql(question)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("class", kept.fieldClass().code())
                .param("all", sight == null)
                .param("wanted", sight == null ? new Integer[0] : sight.labels(kept.fieldClass()));
    }

    private static Due due(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Due(
                new Expired.Named(
                        new PartnerId(row.getString("originator")),
                        new StatementId(row.getObject("id", UUID.class))),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// How many statements a rule has taken fields from, as far as the reader may know.
    long gone(Cut cut, Sight sight, Kept kept) {
        return sql.sql(GONE)
                .param("operation", cut.operation().value())
                .param("rule", kept.code())
                .param("size", cut.size())
                .param("labels", sight.labels(kept.fieldClass()))
                .query(Long.class)
                .single();
    }

    /// When others read the reader's own records, those that are over their time by the horizon.
    List<Instant> reads(Cut cut, Sight sight, Instant horizon, int days) {
        return sql.sql(READS)
                .param("operation", cut.operation().value())
                .param("originator", sight.reader().organisation().value())
                .param("before", horizon.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
    }

    /// The records that a hold keeps: who read them stays too.
    List<Long> held(OperationId operation) {
        return new ArrayList<>(
                keeper.sql(HELD)
                        .param("operation", operation.value())
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /// In the eraser's transaction.
    ///
    /// @return how many reads were forgotten
    int forgetReads(OperationId operation, Instant before, List<Long> held) {
        keeper.sql(FORGET_ALERTS)
                .param("operation", operation.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
        keeper.sql(FORGET_PULLS)
                .param("operation", operation.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("held", held.toArray(Long[]::new))
                .update();
        return keeper.sql(FORGET_READS)
                .param("operation", operation.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("held", held.toArray(Long[]::new))
                .update();
    }
}
