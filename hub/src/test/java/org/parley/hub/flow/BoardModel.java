package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;
import static org.parley.kernel.audience.FieldClass.COARSE;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Consignments by the stage that they have come to, from all lines.
class BoardModel {

    private static final String STANDINGS =
            """
            SELECT DISTINCT ON (s.consignment) s.consignment, s.stage, s.since
              FROM state.consignment_standing s
              JOIN state.consignment c ON c.operation = s.operation
               AND c.consignment = s.consignment AND c.label = ANY(:coarse)
               AND c.known_from < :size AND c.known_until >= :size AND c.kind = :kind
             WHERE s.operation = :operation AND s.label = ANY(:coarse)
               AND s.known_from < :size AND s.known_until >= :size
             ORDER BY s.consignment, s.phase DESC, s.rank DESC,
                   CASE s.phase WHEN 1 THEN -extract(epoch FROM s.since)
                        ELSE extract(epoch FROM s.since) END DESC,
                   s.known_from DESC
            """;

    // Put together by grouping and not by joining: a join of two such lists that the planner takes
    // for short would be a loop in a loop.
    private static final String COLUMNS =
            LinesModel.STOCK_LINES
                    + ", standings AS ("
                    + STANDINGS
                    + """
                      ), whole AS (
                          SELECT consignment, max(stage) AS stage, max(since) AS since,
                                 sum(lines) AS lines, sum(weighed) AS weighed,
                                 sum(requested) AS requested, sum(outside) AS outside,
                                 sum(yard) AS yard, sum(inside) AS inside,
                                 sum(destination) AS destination, sum(distributed) AS distributed
                            FROM (SELECT consignment, stage, since, 0 AS lines, 0 AS weighed,
                                         0::numeric AS requested, 0::numeric AS outside,
                                         0::numeric AS yard, 0::numeric AS inside,
                                         0::numeric AS destination, 0::numeric AS distributed
                                    FROM standings
                                  UNION ALL
                                  SELECT consignment, NULL, NULL, 1,
                                         (tonnes_per_unit IS NOT NULL)::int,
                                         quantity * tonnes_per_unit, at_outside * tonnes_per_unit,
                                         at_yard * tonnes_per_unit, at_inside * tonnes_per_unit,
                                         at_destination * tonnes_per_unit,
                                         distributed * tonnes_per_unit
                                    FROM lines) AS parts
                           GROUP BY consignment)
                      SELECT stage, count(*) AS consignments, sum(lines) AS lines,
                             sum(weighed) AS weighed, sum(requested) AS requested,
                             sum(outside) AS outside, sum(yard) AS yard, sum(inside) AS inside,
                             sum(destination) AS destination, sum(distributed) AS distributed,
                             percentile_cont(0.5) WITHIN GROUP (ORDER BY
                                 extract(epoch FROM :at - since)) AS median,
                             max(extract(epoch FROM :at - since)) AS oldest
                        FROM whole WHERE stage IS NOT NULL
                       GROUP BY stage
                      """;

    private static final String CARDS =
            "SELECT consignment FROM (SELECT *, row_number() OVER (PARTITION BY stage ORDER BY since,"
                    + " consignment) AS place FROM ("
                    + STANDINGS
                    + ") AS standings) AS placed WHERE place <= :cards ORDER BY stage, place";

    private static final String AGEING =
            "SELECT consignment FROM ("
                    + STANDINGS
                    + """
                      ) AS standings
                       WHERE stage NOT IN ('distributed', 'withdrawn', 'closed')
                         AND since <= :before
                       ORDER BY since, consignment LIMIT :limit
                      """;

    private static final String WAITING =
            "SELECT count(*), count(*) FILTER (WHERE since <= :before) FROM ("
                    + STANDINGS
                    + ") AS standings WHERE stage NOT IN ('distributed', 'withdrawn', 'closed')";

    private final JdbcClient sql;

    BoardModel(JdbcClient sql) {
        this.sql = sql;
    }

    List<BoardStore.Sums> sums(Sight sight, Cut cut, AssistanceKind kind) {
        return LinesModel.asked(sql.sql(COLUMNS), sight, cut, kind)
                .param("coarse", sight.labels(COARSE))
                .query((row, _) -> sums(row))
                .list();
    }

    private static BoardStore.Sums sums(ResultSet row) throws SQLException {
        var at = new EnumMap<Node, BigDecimal>(Node.class);
        for (var node : Node.values()) {
            at.put(node, orNone(row.getBigDecimal(node.code())));
        }
        return new BoardStore.Sums(
                Stage.of(row.getString("stage")),
                row.getLong("consignments"),
                row.getLong("lines"),
                row.getLong("weighed"),
                orNone(row.getBigDecimal("requested")),
                at,
                orNone(row.getBigDecimal("distributed")),
                row.getBigDecimal("median"),
                row.getBigDecimal("oldest"));
    }

    private static BigDecimal orNone(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /// The consignments that have been longest at each stage.
    List<String> cards(Sight sight, Cut cut, AssistanceKind kind, int cards) {
        return standing(CARDS, sight, cut, kind)
                .param("cards", cards)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The consignments that have not ended and have been where they are since before then, the
    /// oldest first.
    List<String> ageing(Sight sight, Cut cut, AssistanceKind kind, Instant before, int limit) {
        return standing(AGEING, sight, cut, kind)
                .param("before", before.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// How many of the consignments that have not ended have been where they are since before then.
    WaitingView waiting(Sight sight, Cut cut, AssistanceKind kind, Instant before) {
        return standing(WAITING, sight, cut, kind)
                .param("before", before.atOffset(UTC))
                .query((row, _) -> new WaitingView(row.getLong(2), row.getLong(1)))
                .single();
    }

    private JdbcClient.StatementSpec standing(
            String query, Sight sight, Cut cut, AssistanceKind kind) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("coarse", sight.labels(COARSE))
                .param("kind", kind.code());
    }
}
