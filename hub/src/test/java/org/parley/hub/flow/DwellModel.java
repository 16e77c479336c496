package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From all lines, percentiles exact: how long consignments stay at each node of their way, and how
/// long authorities take.
class DwellModel {

    private static final String DWELL =
            """
            WITH firsts AS (
                SELECT consignment, kind, place, min(occurred_at) AS first FROM (
                    SELECT e.consignment, c.kind, e.occurred_at,
                           CASE e.stage WHEN 'requested' THEN 0
                               WHEN 'ruled-against' THEN 1 WHEN 'ruled-in-part' THEN 1
                               WHEN 'ruled-for' THEN 1 WHEN 'manifested' THEN 2
                               WHEN 'dispatched' THEN 3 WHEN 'at-inspection' THEN 4
                               WHEN 'offloaded' THEN 5 WHEN 'collected' THEN 6
                               WHEN 'arrived' THEN 7 WHEN 'distributed' THEN 8
                               WHEN 'withdrawn' THEN 9 WHEN 'closed' THEN 9 END AS place
                      FROM state.flow_event e
                      JOIN state.consignment c ON c.operation = e.operation
                       AND c.consignment = e.consignment AND c.label = ANY(:operational)
                       AND c.known_from < :size AND c.known_until >= :size
                       AND (:kind::text IS NULL OR c.kind = :kind)
                     WHERE e.operation = :operation AND e.label = ANY(:operational)
                       AND e.known_from < :size AND e.known_until >= :size
                       AND e.stage IS NOT NULL AND e.stage NOT IN ('under-review', 'on-hold',
                           'customs')) AS steps
                 GROUP BY consignment, kind, place),
            stays AS (
                SELECT kind, place, first, lead(first) OVER (
                           PARTITION BY consignment ORDER BY place) AS next
                  FROM firsts)
            SELECT kind, place,
                   count(*) FILTER (WHERE next >= first) AS left_after,
                   count(*) FILTER (WHERE next < first) AS out_of_order,
                   count(*) FILTER (WHERE next IS NULL) AS still,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM next - first))
                       FILTER (WHERE next >= first) AS p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM next - first))
                       FILTER (WHERE next >= first) AS p90,
                   max(extract(epoch FROM :at - first)) FILTER (WHERE next IS NULL) AS oldest
              FROM stays
             WHERE place < 8
             GROUP BY kind, place
             ORDER BY kind, place
            """;

    private static final String TIMES =
            """
            SELECT authority, kind, count(*) AS rulings,
                   count(*) FILTER (WHERE outcome = 'against') AS against,
                   count(*) FILTER (WHERE outcome = 'in-part') AS in_part,
                   count(seconds) AS timed,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS p90
              FROM (SELECT r.authority, c.kind, r.outcome,
                           CASE WHEN r.ruled_at >= c.requested_at
                                THEN extract(epoch FROM r.ruled_at - c.requested_at) END AS seconds
                      FROM state.flow_ruling r
                      JOIN state.consignment c ON c.operation = r.operation
                       AND c.consignment = r.consignment AND c.label = ANY(:operational)
                       AND c.known_from < :size AND c.known_until >= :size
                     WHERE r.operation = :operation AND r.label = ANY(:operational)
                       AND r.known_from < :size AND r.known_until >= :size) AS all_rulings
             GROUP BY authority, kind
             ORDER BY authority, kind
            """;

    private static final String REASONS =
            """
            SELECT r.authority, c.kind, reason, count(*) AS lines
              FROM state.flow_ruling r
              JOIN state.consignment c ON c.operation = r.operation
               AND c.consignment = r.consignment AND c.label = ANY(:operational)
               AND c.known_from < :size AND c.known_until >= :size
             CROSS JOIN LATERAL unnest(r.reasons) AS reason
             WHERE r.operation = :operation AND r.label = ANY(:operational)
               AND r.known_from < :size AND r.known_until >= :size
             GROUP BY r.authority, c.kind, reason
             ORDER BY r.authority, c.kind, reason
            """;

    private static final List<String> HUB = List.of("hub");
    private static final List<String> NODES =
            List.of(
                    "requested",
                    "ruled",
                    "manifested",
                    "dispatched",
                    "at-inspection",
                    "offloaded",
                    "collected",
                    "arrived");

    private record Reason(String authority, String kind, String reason, long lines) {}

    private final JdbcClient sql;

    DwellModel(JdbcClient sql) {
        this.sql = sql;
    }

    List<DwellView> dwell(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return seen(DWELL, sight, cut)
                .param("kind", kind == null ? null : kind.code())
                .param("at", cut.at().atOffset(UTC))
                .query((row, _) -> dwell(row, cut.size()))
                .list();
    }

    private static DwellView dwell(ResultSet row, long size) throws SQLException {
        long left = row.getLong("left_after");
        long gone = left + row.getLong("out_of_order");
        long still = row.getLong("still");
        return new DwellView(
                NODES.get(row.getInt("place")),
                row.getString("kind"),
                figure(BigDecimal.valueOf(left), "consignment", "flow.went-on", left, gone, size),
                hours(row, "p50", "flow.dwell-p50", left, gone, size),
                hours(row, "p90", "flow.dwell-p90", left, gone, size),
                figure(
                        BigDecimal.valueOf(still),
                        "consignment",
                        "flow.still-there",
                        still,
                        gone + still,
                        size),
                hours(row, "oldest", "flow.oldest-here", still, still, size));
    }

    private static @Nullable FlowFigure hours(
            ResultSet row, String column, String rule, long reported, long expected, long size)
            throws SQLException {
        var seconds = row.getBigDecimal(column);
        return seconds == null
                ? null
                : figure(Hours.of(seconds), "hour", rule, reported, expected, size);
    }

    private static FlowFigure figure(
            BigDecimal value, String unit, String rule, long reported, long expected, long size) {
        return new FlowFigure(value, unit, rule, HUB, reported, expected, size);
    }

    List<AuthorityView> authorities(Sight sight, Cut cut) {
        var reasons =
                seen(REASONS, sight, cut)
                        .query(
                                (row, _) ->
                                        new Reason(
                                                row.getString("authority"),
                                                row.getString("kind"),
                                                row.getString("reason"),
                                                row.getLong("lines")))
                        .list();
        return seen(TIMES, sight, cut)
                .query((row, _) -> authority(row, reasons, cut.size()))
                .list();
    }

    private static AuthorityView authority(ResultSet row, List<Reason> reasons, long size)
            throws SQLException {
        var authority = row.getString("authority");
        var kind = row.getString("kind");
        long rulings = row.getLong("rulings");
        long timed = row.getLong("timed");
        var why = new LinkedHashMap<String, Long>();
        reasons.stream()
                .filter(reason -> reason.authority().equals(authority))
                .filter(reason -> reason.kind().equals(kind))
                .forEach(reason -> why.put(reason.reason(), reason.lines()));
        return new AuthorityView(
                authority,
                kind,
                lines(rulings, "flow.lines-ruled-on", rulings, size),
                lines(row.getLong("in_part"), "flow.lines-ruled-in-part", rulings, size),
                lines(row.getLong("against"), "flow.lines-ruled-against", rulings, size),
                why,
                hours(row, "p50", "flow.decision-p50", timed, rulings, size),
                hours(row, "p90", "flow.decision-p90", timed, rulings, size));
    }

    private static FlowFigure lines(long count, String rule, long all, long size) {
        return figure(BigDecimal.valueOf(count), "line", rule, count, all, size);
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL));
    }
}
