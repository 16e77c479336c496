package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is in a stretch of time: the consignments behind a few sums, where an answer depends on one
/// of them.
@Repository
class MemberStore {

    /// A stage or node, and a stretch of time, see [Buckets].
    record Stretch(String item, long bucket) {}

    /// A consignment at a stage, or at a node of its way.
    record Member(String consignment, String kind, String item, Instant since) {

        Stretch stretch() {
            return new Stretch(item, Buckets.of(since));
        }
    }

    // The moments are worked out beforehand: row security lets an index look for what is compared
    // as it is, never for what a function makes of it.
    private static final String WANTED =
            """
            WITH wanted AS MATERIALIZED (
                SELECT item, to_timestamp(bucket * SECONDS) AS begins,
                       to_timestamp((bucket + 1) * SECONDS) AS ends
                  FROM unnest(:items::text[], :buckets::bigint[]) AS w (item, bucket))
            """
                    .replace("SECONDS", Long.toString(Buckets.SECONDS));

    // All that were ever there: a few more than are there at the cut, as readers see it.
    private static final String EVER_STOOD =
            WANTED
                    + """
                      SELECT DISTINCT s.consignment
                        FROM wanted w
                        JOIN state.consignment_standing s
                          ON s.operation = :operation AND s.stage = w.item
                         AND s.since >= w.begins AND s.since < w.ends
                      """;

    private static final String EVER_CAME =
            WANTED
                    + """
                      SELECT DISTINCT e.consignment
                        FROM wanted w
                        JOIN state.flow_event e
                          ON e.operation = :operation AND e.stage = w.item
                         AND e.occurred_at >= w.begins AND e.occurred_at < w.ends
                      """;

    private static final String STANDINGS =
            "WITH standings AS MATERIALIZED ("
                    + ShareSql.STANDINGS
                    + """
                      ), asked AS MATERIALIZED (
                          SELECT consignment, kind FROM state.consignment
                           WHERE operation = :operation AND consignment = ANY(:these)
                             AND known_from < :size AND known_until >= :size
                             AND (:all OR label = ANY(:coarse)))
                      SELECT consignment, kind, stage AS item, since
                        FROM standings JOIN asked USING (consignment)
                       ORDER BY since, consignment
                      """;

    private static final String STILL =
            "WITH firsts AS MATERIALIZED ("
                    + ShareSql.FIRSTS
                    + """
                      ), asked AS MATERIALIZED (
                          SELECT consignment, kind FROM state.consignment
                           WHERE operation = :operation AND consignment = ANY(:these)
                             AND known_from < :size AND known_until >= :size
                             AND (:all OR label = ANY(:operational)))
                      SELECT DISTINCT ON (consignment) consignment, kind, place::text AS item,
                             first AS since
                        FROM firsts JOIN asked USING (consignment)
                       ORDER BY consignment, place DESC
                      """;

    private final JdbcClient sql;

    MemberStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The consignments that stand there as the reader sees it, the longest first.
    List<Member> standing(Sight sight, Cut cut, Collection<Stretch> stretches) {
        return members(STANDINGS, sight, cut, candidates(EVER_STOOD, cut, stretches));
    }

    /// The consignments whose last report of a step of their way is in one of these stretches:
    /// first reports of the stages that make up the nodes.
    List<Member> still(Sight sight, Cut cut, Collection<Stretch> stretches) {
        return members(STILL, sight, cut, candidates(EVER_CAME, cut, stretches));
    }

    private List<String> candidates(String query, Cut cut, Collection<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return List.of();
        }
        sql.sql("SELECT set_config('enable_nestloop', 'on', true)").query().singleRow();
        var found =
                sql.sql(query)
                        .param("operation", cut.operation().value())
                        .param(
                                "items",
                                stretches.stream().map(Stretch::item).toArray(String[]::new))
                        .param(
                                "buckets",
                                stretches.stream().map(Stretch::bucket).toArray(Long[]::new))
                        .query((row, _) -> row.getString(1))
                        .list();
        sql.sql("SELECT set_config('enable_nestloop', 'off', true)").query().singleRow();
        return found;
    }

    private List<Member> members(String query, Sight sight, Cut cut, List<String> these) {
        if (these.isEmpty()) {
            return List.of();
        }
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("these", these.toArray(String[]::new))
                .param("all", false)
                .param("coarse", sight.labels(COARSE))
                .param("operational", sight.labels(OPERATIONAL))
                .query(
                        (row, _) ->
                                new Member(
                                        row.getString("consignment"),
                                        row.getString("kind"),
                                        row.getString("item"),
                                        Rows.given(row, "since")))
                .list();
    }
}
