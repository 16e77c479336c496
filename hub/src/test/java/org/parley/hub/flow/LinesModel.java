package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/// As figures were made before they were kept in sums: from all lines at each read. What is summed
/// up must come to the same.
///
/// The common part of queries that sum up lines: each line that a reader may see whole, with what
/// was ruled, manifested and reported of it. Only what a query needs is summed.
final class LinesModel {

    /// The steps of the funnel and how they are read from a line's row.
    static final SequencedMap<String, String> STEPS = steps();

    private static SequencedMap<String, String> steps() {
        var steps = new LinkedHashMap<String, String>();
        steps.put("requested", "quantity");
        steps.put("ruled-for", "allowed");
        steps.put("manifested", "manifested");
        steps.put("dispatched", "dispatched");
        steps.put("at-inspection", "inspected");
        steps.put("offloaded", "offloaded");
        steps.put("collected", "collected");
        steps.put("arrived", "arrived");
        steps.put("distributed", "distributed");
        steps.put("intercepted", "intercepted");
        steps.put("returned", "returned");
        steps.put("damaged", "damaged");
        steps.put("lost", "lost");
        return Collections.unmodifiableSequencedMap(steps);
    }

    private static final List<Measure> REPORTED =
            List.of(
                    Measure.DISPATCHED,
                    Measure.INSPECTED,
                    Measure.OFFLOADED,
                    Measure.COLLECTED,
                    Measure.ARRIVED,
                    Measure.DISTRIBUTED);

    /// Parameters: operation, size, operational, kind.
    private static final String REQUESTS =
            """
            WITH requests AS MATERIALIZED (
                SELECT consignment, kind FROM state.consignment
                 WHERE operation = :operation AND label = ANY(:operational)
                   AND known_from < :size AND known_until >= :size
                   AND (:kind::text IS NULL OR kind = :kind)),
            """;

    private static final String KNOWN =
            """
             WHERE operation = :operation AND label = ANY(:operational)
               AND known_from < :size AND known_until >= :size
            """;

    /// `WITH … lines AS (…)`: consignment, kind, unit, tonnes_per_unit and a column for each step.
    /// Parameters: operation, size, at, operational, kind.
    static final String FUNNEL_LINES =
            REQUESTS
                    + """
                      rulings AS MATERIALIZED (
                          SELECT consignment, line, min(allowed) AS allowed FROM (
                              SELECT DISTINCT ON (consignment, line, authority) consignment, line,
                                     CASE WHEN valid_until < :at THEN 0 ELSE allowed END AS allowed
                                FROM state.flow_ruling
                      """
                    + KNOWN
                    + """
                               ORDER BY consignment, line, authority, known_from DESC) AS latest
                           GROUP BY consignment, line),
                      manifests AS MATERIALIZED (
                          SELECT consignment, line, sum(quantity) AS manifested
                            FROM state.manifest_entry
                      """
                    + KNOWN
                    + " GROUP BY consignment, line), tallies AS MATERIALIZED ("
                    + "SELECT consignment, line, "
                    + reported()
                    + " FROM state.line_tally"
                    + KNOWN
                    + """
                           GROUP BY consignment, line),
                      lines AS MATERIALIZED (
                          SELECT l.consignment, r.kind, l.unit, l.tonnes_per_unit, l.quantity,
                                 coalesce(u.allowed, 0) AS allowed,
                                 coalesce(m.manifested, 0) AS manifested,
                                 coalesce(dispatched, 0) AS dispatched,
                                 coalesce(inspected, 0) AS inspected,
                                 coalesce(offloaded, 0) AS offloaded,
                                 coalesce(collected, 0) AS collected,
                                 coalesce(arrived, 0) AS arrived,
                                 coalesce(distributed, 0) AS distributed,
                                 coalesce(intercepted, 0) AS intercepted,
                                 coalesce(returned, 0) AS returned,
                                 coalesce(damaged, 0) AS damaged, coalesce(lost, 0) AS lost
                            FROM state.consignment_line l
                            JOIN requests r USING (consignment)
                            LEFT JOIN rulings u USING (consignment, line)
                            LEFT JOIN manifests m USING (consignment, line)
                            LEFT JOIN tallies t USING (consignment, line)
                           WHERE l.operation = :operation AND l.label = ANY(:operational)
                             AND l.known_from < :size AND l.known_until >= :size)
                      """;

    /// `WITH … lines AS (…)`: consignment, tonnes_per_unit, quantity, distributed and what lies at
    /// each node. Parameters: operation, size, operational, kind.
    static final String STOCK_LINES =
            REQUESTS
                    + "tallies AS MATERIALIZED (SELECT consignment, line, "
                    + "sum(distributed) AS distributed, "
                    + nets()
                    + " FROM state.line_tally"
                    + KNOWN
                    + """
                           GROUP BY consignment, line),
                      lines AS (
                          SELECT l.consignment, l.tonnes_per_unit, l.quantity,
                                 coalesce(distributed, 0) AS distributed,
                                 greatest(at_outside, 0) AS at_outside,
                                 greatest(at_yard, 0) AS at_yard,
                                 greatest(at_inside, 0) AS at_inside,
                                 greatest(at_destination, 0) AS at_destination
                            FROM state.consignment_line l
                            JOIN requests r USING (consignment)
                            LEFT JOIN tallies t USING (consignment, line)
                           WHERE l.operation = :operation AND l.label = ANY(:operational)
                             AND l.known_from < :size AND l.known_until >= :size)
                      """;

    private LinesModel() {}

    private static String reported() {
        var sums = new ArrayList<String>();
        for (var measure : REPORTED) {
            sums.add("sum(%1$s) AS %1$s".formatted(measure.column()));
        }
        sums.add("sum(self_outside + self_inside + armed_outside + armed_inside) AS intercepted");
        for (var what : List.of("returned", "damaged", "lost")) {
            sums.add(
                    "sum(%1$s_outside + %1$s_yard + %1$s_inside + %1$s_destination) AS %1$s"
                            .formatted(what));
        }
        return String.join(", ", sums);
    }

    /// What came to each node less what left it; sums of differences, so that one pass is enough.
    private static String nets() {
        return Arrays.stream(Node.values())
                .map(node -> "sum(%s) AS at_%s".formatted(net(node), node.code()))
                .collect(Collectors.joining(", "));
    }

    private static String net(Node node) {
        var terms = new StringBuilder("0");
        for (var measure : Measure.values()) {
            if (measure.into() == node) {
                terms.append(" + ").append(measure.column());
            }
            if (measure.outOf() == node) {
                terms.append(" - ").append(measure.column());
            }
        }
        return terms.toString();
    }

    static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec query, Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return query.param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("at", cut.at().atOffset(UTC))
                .param("operational", sight.labels(OPERATIONAL))
                .param("kind", kind == null ? null : kind.code());
    }
}
