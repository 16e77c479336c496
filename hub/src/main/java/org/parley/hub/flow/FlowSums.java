package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The common part of queries that sum up lines: each line that a reader may see whole, with what
/// was ruled, manifested and reported of it.
final class FlowSums {

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

    private static String sums() {
        return Arrays.stream(Measure.values())
                .map(measure -> "sum(%1$s) AS %1$s".formatted(measure.column()))
                .collect(Collectors.joining(", "));
    }

    private static String out(Node node) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.outOf() == node)
                .map(measure -> "coalesce(%s, 0)".formatted(measure.column()))
                .collect(Collectors.joining(" + "));
    }

    private static String net(Node node) {
        return Arrays.stream(Measure.values())
                        .filter(measure -> measure.into() == node)
                        .map(measure -> "greatest(coalesce(%s, 0)".formatted(measure.column()))
                        .collect(Collectors.joining(" + "))
                + " - (%s), 0) AS at_%s".formatted(out(node), node.code());
    }

    private static String nodes() {
        return Arrays.stream(Node.values()).map(FlowSums::net).collect(Collectors.joining(", "));
    }

    private static String total(String... measures) {
        return Arrays.stream(measures)
                .map("coalesce(%s, 0)"::formatted)
                .collect(Collectors.joining(" + "));
    }

    /// `WITH … lines AS (…)`: consignment, kind, unit, tonnes_per_unit and a column for each step
    /// and each node. Parameters: operation, size, at, operational, kind.
    static final String LINES =
            """
            WITH requests AS MATERIALIZED (
                SELECT consignment, kind FROM state.consignment
                 WHERE operation = :operation AND label = ANY(:operational)
                   AND known_from < :size AND known_until >= :size
                   AND (:kind::text IS NULL OR kind = :kind)),
            rulings AS MATERIALIZED (
                SELECT consignment, line, min(allowed) AS allowed FROM (
                    SELECT DISTINCT ON (consignment, line, authority) consignment, line,
                           CASE WHEN valid_until < :at THEN 0 ELSE allowed END AS allowed
                      FROM state.flow_ruling
                     WHERE operation = :operation AND label = ANY(:operational)
                       AND known_from < :size AND known_until >= :size
                     ORDER BY consignment, line, authority, known_from DESC) AS latest
                 GROUP BY consignment, line),
            manifests AS MATERIALIZED (
                SELECT consignment, line, sum(quantity) AS manifested FROM state.manifest_entry
                 WHERE operation = :operation AND label = ANY(:operational)
                   AND known_from < :size AND known_until >= :size
                 GROUP BY consignment, line),
            tallies AS MATERIALIZED (
                SELECT consignment, line, %s FROM state.line_tally
                 WHERE operation = :operation AND label = ANY(:operational)
                   AND known_from < :size AND known_until >= :size
                 GROUP BY consignment, line),
            lines AS (
                SELECT l.consignment, r.kind, l.unit, l.tonnes_per_unit, l.quantity,
                       coalesce(u.allowed, 0) AS allowed,
                       coalesce(m.manifested, 0) AS manifested,
                       coalesce(dispatched, 0) AS dispatched, coalesce(inspected, 0) AS inspected,
                       coalesce(offloaded, 0) AS offloaded, coalesce(collected, 0) AS collected,
                       coalesce(arrived, 0) AS arrived, coalesce(distributed, 0) AS distributed,
                       %s AS intercepted, %s AS returned, %s AS damaged, %s AS lost, %s
                  FROM state.consignment_line l
                  JOIN requests r USING (consignment)
                  LEFT JOIN rulings u USING (consignment, line)
                  LEFT JOIN manifests m USING (consignment, line)
                  LEFT JOIN tallies t USING (consignment, line)
                 WHERE l.operation = :operation AND l.label = ANY(:operational)
                   AND l.known_from < :size AND l.known_until >= :size)
            """
                    .formatted(
                            sums(),
                            total("self_outside", "self_inside", "armed_outside", "armed_inside"),
                            total(
                                    "returned_outside",
                                    "returned_yard",
                                    "returned_inside",
                                    "returned_destination"),
                            total(
                                    "damaged_outside",
                                    "damaged_yard",
                                    "damaged_inside",
                                    "damaged_destination"),
                            total("lost_outside", "lost_yard", "lost_inside", "lost_destination"),
                            nodes());

    private FlowSums() {}

    static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec query, Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return query.param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("at", cut.at().atOffset(UTC))
                .param("operational", sight.labels(OPERATIONAL))
                .param("kind", kind == null ? null : kind.code());
    }
}
