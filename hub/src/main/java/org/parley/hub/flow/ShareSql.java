package org.parley.hub.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The query that counts shares from lines, for some consignments and as known at a size of the
/// log: either all that was said of them, by the labels that it was said under, or what one reader
/// sees. Parameters: operation, these, size, all, coarse, operational, kind, at.
final class ShareSql {

    /// The steps of the funnel and how they are read from a line's row.
    static final SequencedMap<String, String> STEPS = steps();

    private static final List<Measure> REPORTED =
            List.of(
                    Measure.DISPATCHED,
                    Measure.INSPECTED,
                    Measure.OFFLOADED,
                    Measure.COLLECTED,
                    Measure.ARRIVED,
                    Measure.DISTRIBUTED);

    private static final String OPERATIONAL =
            "operation = :operation AND consignment = ANY(:these)"
                    + " AND known_from < :size AND known_until >= :size"
                    + " AND (:all OR label = ANY(:operational))";

    private static final String COARSE = OPERATIONAL.replace(":operational", ":coarse");

    /// Under which labels anything was said that counts.
    private static final String ASKED =
            """
            WITH reach AS MATERIALIZED (
                SELECT consignment, array_agg(DISTINCT label ORDER BY label) AS labels
                  FROM state.flow_event
                 WHERE operation = :operation AND consignment = ANY(:these) AND :all
                   AND known_from < :size AND known_until >= :size
                   AND (stage IS NOT NULL OR effects <> '[]'::jsonb)
                 GROUP BY consignment),
            asked AS MATERIALIZED (
                SELECT consignment, kind, label, requested_at, coalesce(labels, '{}') AS labels
                  FROM state.consignment LEFT JOIN reach USING (consignment)
                 WHERE COARSE AND (:kind::text IS NULL OR kind = :kind)),
            operational AS MATERIALIZED (
                SELECT * FROM asked WHERE :all OR label = ANY(:operational))
            """
                    .replace("COARSE", COARSE);

    /// The standing that a reader sees: the furthest of all labels'.
    static final String STANDINGS =
            """
            SELECT DISTINCT ON (consignment) consignment, stage, since
              FROM state.consignment_standing
             WHERE COARSE
             ORDER BY consignment, phase DESC, rank DESC,
                   CASE phase WHEN 1 THEN -extract(epoch FROM since)
                        ELSE extract(epoch FROM since) END DESC,
                   known_from DESC
            """
                    .replace("COARSE", COARSE);

    private static final String STAGE_TABLES =
            """
            , standings AS MATERIALIZED (STANDINGS),
            lying AS MATERIALIZED (
                SELECT consignment, line, sum(distributed) AS distributed, NETS
                  FROM state.line_tally WHERE OPERATIONAL GROUP BY consignment, line),
            stocks AS MATERIALIZED (
                SELECT consignment, count(*) AS lines, count(tonnes_per_unit) AS weighed,
                       sum(quantity * tonnes_per_unit) AS requested,
                       sum(greatest(at_outside, 0) * tonnes_per_unit) AS outside,
                       sum(greatest(at_yard, 0) * tonnes_per_unit) AS yard,
                       sum(greatest(at_inside, 0) * tonnes_per_unit) AS inside,
                       sum(greatest(at_destination, 0) * tonnes_per_unit) AS destination,
                       sum(coalesce(distributed, 0) * tonnes_per_unit) AS distributed
                  FROM state.consignment_line LEFT JOIN lying USING (consignment, line)
                 WHERE OPERATIONAL
                 GROUP BY consignment)
            """
                    .replace("STANDINGS", STANDINGS)
                    .replace("NETS", nets())
                    .replace("OPERATIONAL", OPERATIONAL);

    private static final String STAGE_SHARES =
            """
            SELECT labels, 'stage' AS series, kind, stage AS item, MOMENT AS bucket,
                   count(*) AS members,
                   ARRAY[coalesce(sum(lines), 0), coalesce(sum(weighed), 0),
                         coalesce(sum(requested), 0), coalesce(sum(outside), 0),
                         coalesce(sum(yard), 0), coalesce(sum(inside), 0),
                         coalesce(sum(destination), 0), coalesce(sum(distributed), 0)] AS sums
              FROM standings JOIN asked USING (consignment) LEFT JOIN stocks USING (consignment)
             GROUP BY 1, 3, 4, 5
            """
                    .replace("MOMENT", Buckets.moment("since"));

    // A ruling lapses for a line when the first of those that stand does. Where all is counted it
    // is
    // counted as if none had lapsed, and what will lapse beside it.
    private static final String FUNNEL_TABLES =
            """
            , rulings AS MATERIALIZED (
                SELECT consignment, line, min(allowed) AS allowed, min(valid_until) AS lapses
                  FROM (SELECT DISTINCT ON (consignment, line, authority) consignment, line,
                               allowed, valid_until
                          FROM state.flow_ruling WHERE OPERATIONAL
                         ORDER BY consignment, line, authority, known_from DESC) AS latest
                 GROUP BY consignment, line),
            manifests AS MATERIALIZED (
                SELECT consignment, line, sum(quantity) AS manifested
                  FROM state.manifest_entry WHERE OPERATIONAL GROUP BY consignment, line),
            tallies AS MATERIALIZED (
                SELECT consignment, line, REPORTED
                  FROM state.line_tally WHERE OPERATIONAL GROUP BY consignment, line),
            asked_lines AS MATERIALIZED (
                SELECT consignment, line, unit, tonnes_per_unit, quantity
                  FROM state.consignment_line WHERE OPERATIONAL),
            lines AS MATERIALIZED (
                SELECT consignment, r.kind, r.labels, l.unit, l.tonnes_per_unit, l.quantity,
                       u.lapses,
                       CASE WHEN u.lapses < :at::timestamptz THEN 0
                            ELSE coalesce(u.allowed, 0) END AS allowed,
                       coalesce(manifested, 0) AS manifested,
                       coalesce(dispatched, 0) AS dispatched,
                       coalesce(inspected, 0) AS inspected,
                       coalesce(offloaded, 0) AS offloaded,
                       coalesce(collected, 0) AS collected, coalesce(arrived, 0) AS arrived,
                       coalesce(distributed, 0) AS distributed,
                       coalesce(intercepted, 0) AS intercepted,
                       coalesce(returned, 0) AS returned, coalesce(damaged, 0) AS damaged,
                       coalesce(lost, 0) AS lost
                  FROM asked_lines l
                  JOIN operational r USING (consignment)
                  LEFT JOIN rulings u USING (consignment, line)
                  LEFT JOIN manifests m USING (consignment, line)
                  LEFT JOIN tallies t USING (consignment, line))
            """
                    .replace("REPORTED", reported())
                    .replace("OPERATIONAL", OPERATIONAL);

    private static final String FUNNEL_SHARES =
            """
            SELECT labels, 'unit' AS series, kind, unit AS item, 0::bigint AS bucket,
                   count(*) AS members, ARRAY[BY_UNIT] AS sums
              FROM lines GROUP BY labels, kind, unit
            UNION ALL
            SELECT labels, 'some', kind, '', 0, count(*), ARRAY[COUNTS]
              FROM (SELECT labels, kind, consignment, FLAGS
                      FROM lines GROUP BY labels, kind, consignment) AS whole
             GROUP BY labels, kind
            UNION ALL
            SELECT labels, 'lapse', kind, unit, MOMENT_LAPSES, count(*),
                   ARRAY[sum(allowed), coalesce(sum(allowed * tonnes_per_unit), 0),
                         count(tonnes_per_unit)]
              FROM lines WHERE :all AND lapses IS NOT NULL AND allowed > 0
             GROUP BY 1, 3, 4, 5
            UNION ALL
            SELECT labels, 'lapse-some', kind, '', MOMENT_UNTIL, count(*), '{}'::numeric[]
              FROM (SELECT labels, kind, consignment, max(lapses) AS until,
                           bool_or(lapses IS NULL) AS stays
                      FROM lines WHERE :all AND allowed > 0
                     GROUP BY labels, kind, consignment) AS allowed
             WHERE NOT stays
             GROUP BY 1, 3, 5
            """
                    .replace("BY_UNIT", byUnit())
                    .replace("COUNTS", counts())
                    .replace("FLAGS", flags())
                    .replace("MOMENT_LAPSES", Buckets.moment("lapses"))
                    .replace("MOMENT_UNTIL", Buckets.moment("until"));

    private static final String SOURCE_SHARES =
            """
            SELECT CASE WHEN :all THEN ARRAY[label] ELSE '{}'::int[] END AS labels,
                   'source' AS series, kind,
                   type || ' ' || coalesce(step, '-') || ' ' || originator AS item,
                   0::bigint AS bucket, count(*) AS members, '{}'::numeric[] AS sums
              FROM state.flow_event
             WHERE OPERATIONAL AND kind IS NOT NULL
             GROUP BY 1, 3, 4
            """
                    .replace("OPERATIONAL", OPERATIONAL);

    static final String FIRSTS =
            """
            SELECT consignment, place, min(occurred_at) AS first FROM (
                SELECT consignment, occurred_at,
                       CASE stage WHEN 'requested' THEN 0
                           WHEN 'ruled-against' THEN 1 WHEN 'ruled-in-part' THEN 1
                           WHEN 'ruled-for' THEN 1 WHEN 'manifested' THEN 2
                           WHEN 'dispatched' THEN 3 WHEN 'at-inspection' THEN 4
                           WHEN 'offloaded' THEN 5 WHEN 'collected' THEN 6
                           WHEN 'arrived' THEN 7 WHEN 'distributed' THEN 8
                           WHEN 'withdrawn' THEN 9 WHEN 'closed' THEN 9 END AS place
                  FROM state.flow_event
                 WHERE OPERATIONAL AND stage IS NOT NULL
                   AND stage NOT IN ('under-review', 'on-hold', 'customs')) AS steps
             GROUP BY consignment, place
            """
                    .replace("OPERATIONAL", OPERATIONAL);

    private static final String STAY_TABLES =
            """
            , stays AS MATERIALIZED (
                SELECT labels, kind, place, first, lead(first) OVER (
                           PARTITION BY consignment ORDER BY place) AS next
                  FROM (FIRSTS) AS firsts JOIN operational USING (consignment))
            """
                    .replace("FIRSTS", FIRSTS);

    private static final String STAY_SHARES =
            """
            SELECT labels, CASE WHEN next >= first THEN 'stay' WHEN next < first THEN 'odd'
                               ELSE 'still' END AS series,
                   kind, place::text AS item,
                   CASE WHEN next >= first THEN DURATION WHEN next < first THEN 0
                        ELSE MOMENT END AS bucket,
                   count(*) AS members,
                   ARRAY[coalesce(sum(CASE WHEN next >= first
                                           THEN extract(epoch FROM next - first) END), 0)] AS sums
              FROM stays WHERE place < 8
             GROUP BY 1, 2, 3, 4, 5
            """
                    .replace("DURATION", Buckets.duration("extract(epoch FROM next - first)"))
                    .replace("MOMENT", Buckets.moment("first"));

    private static final String RULING_TABLES =
            """
            , told_rulings AS MATERIALIZED (
                SELECT labels, kind, authority, outcome, reasons,
                       CASE WHEN ruled_at >= requested_at
                            THEN extract(epoch FROM ruled_at - requested_at) END AS seconds
                  FROM (SELECT consignment, authority, outcome, reasons, ruled_at
                          FROM state.flow_ruling WHERE OPERATIONAL) AS rulings
                  JOIN operational USING (consignment))
            """
                    .replace("OPERATIONAL", OPERATIONAL);

    private static final String RULING_SHARES =
            """
            SELECT labels, 'ruling' AS series, kind, authority AS item,
                   coalesce(DURATION, -1) AS bucket, count(*) AS members,
                   ARRAY[coalesce(sum(seconds), 0), count(*) FILTER (WHERE outcome = 'against'),
                         count(*) FILTER (WHERE outcome = 'in-part')] AS sums
              FROM told_rulings GROUP BY 1, 3, 4, 5
            UNION ALL
            SELECT labels, 'reason', kind, authority || ' ' || reason, 0, count(*), '{}'::numeric[]
              FROM told_rulings CROSS JOIN LATERAL unnest(reasons) AS reason
             GROUP BY 1, 3, 4
            """
                    .replace("DURATION", Buckets.duration("seconds"));

    private ShareSql() {}

    static String of(Collection<Series> wanted) {
        var tables = new StringBuilder(ASKED);
        var shares = new ArrayList<String>();
        for (var series : EnumSet.copyOf(wanted)) {
            switch (series) {
                case STAGE -> {
                    tables.append(STAGE_TABLES);
                    shares.add(STAGE_SHARES);
                }
                case FUNNEL -> {
                    tables.append(FUNNEL_TABLES);
                    shares.add(FUNNEL_SHARES);
                }
                case SOURCE -> shares.add(SOURCE_SHARES);
                case STAY -> {
                    tables.append(STAY_TABLES);
                    shares.add(STAY_SHARES);
                }
                case RULING -> {
                    tables.append(RULING_TABLES);
                    shares.add(RULING_SHARES);
                }
            }
        }
        return tables + String.join(" UNION ALL ", shares);
    }

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

    private static String eachStep(String form) {
        return STEPS.values().stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private static String byUnit() {
        return eachStep(
                "sum(%1$s), coalesce(sum(%1$s * tonnes_per_unit), 0),"
                        + " count(*) FILTER (WHERE %1$s > 0),"
                        + " count(tonnes_per_unit) FILTER (WHERE %1$s > 0)");
    }

    private static String flags() {
        return eachStep("bool_or(%1$s > 0) AS some_%1$s");
    }

    private static String counts() {
        return eachStep("(count(*) FILTER (WHERE some_%1$s))::numeric");
    }

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
}
