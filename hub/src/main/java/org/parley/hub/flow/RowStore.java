package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.ExactReads;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Consignments as readers list them.
@Repository
class RowStore {

    private static final String ROWS =
            """
            SELECT c.consignment, c.originator, c.kind, c.sender, c.receiver, c.authorities,
                   c.destination_area, c.corridor, c.ready_on,
                   c.priority, c.refs::text, c.cargo, c.requested_at, c.heard_at, c.marks,
                   c.label, c.known_from, s.stage, s.since, w.lines, w.weighed, w.tonnes
              FROM state.consignment c
              LEFT JOIN LATERAL (
                    SELECT stage, since FROM state.consignment_standing s
                     WHERE s.operation = c.operation AND s.consignment = c.consignment
                       AND s.label = ANY(:coarse)
                       AND s.known_from < :size AND s.known_until >= :size
                     ORDER BY phase DESC, rank DESC,
                           CASE phase WHEN 1 THEN -extract(epoch FROM since)
                                ELSE extract(epoch FROM since) END DESC,
                           known_from DESC
                     LIMIT 1) s ON true
              LEFT JOIN LATERAL (
                    SELECT count(*)::int AS lines, count(tonnes_per_unit)::int AS weighed,
                           sum(quantity * tonnes_per_unit) AS tonnes
                      FROM state.consignment_line l
                     WHERE l.operation = c.operation AND l.consignment = c.consignment
                       AND l.label = ANY(:operational)
                       AND l.known_from < :size AND l.known_until >= :size) w ON true
             WHERE c.operation = :operation AND c.label = ANY(:labels)
               AND c.known_from < :size AND c.known_until >= :size
            """;

    private static final String LIST =
            ROWS
                    + """
                       AND c.consignment > :after
                       AND (:stage::text IS NULL OR s.stage = :stage)
                       AND (:kind::text IS NULL
                            OR (c.kind = :kind AND c.label = ANY(:coarse)))
                       AND (:organisation::text IS NULL
                            OR :organisation IN (c.sender, c.receiver, c.originator)
                            OR :organisation = ANY(c.authorities))
                       AND (:corridor::text IS NULL
                            OR (c.corridor = :corridor AND c.label = ANY(:operational)))
                       AND (:category::text IS NULL
                            OR (:category = ANY(c.cargo) AND c.label = ANY(:coarse)))
                       AND (:crossing::text IS NULL OR EXISTS (
                            SELECT FROM state.flow_event e
                             WHERE e.operation = c.operation AND e.consignment = c.consignment
                               AND e.crossing = :crossing AND e.label = ANY(:operational)
                               AND e.known_from < :size AND e.known_until >= :size))
                       AND (:outcome::text IS NULL OR EXISTS (
                            SELECT FROM state.line_tally t
                             WHERE t.operation = c.operation AND t.consignment = c.consignment
                               AND t.label = ANY(:operational)
                               AND t.known_from < :size AND t.known_until >= :size
                               AND CASE :outcome
                                   WHEN 'intercepted' THEN t.self_outside + t.self_inside
                                        + t.armed_outside + t.armed_inside
                                   WHEN 'returned' THEN t.returned_outside + t.returned_yard
                                        + t.returned_inside + t.returned_destination
                                   WHEN 'lost' THEN t.lost_outside + t.lost_yard
                                        + t.lost_inside + t.lost_destination
                                   ELSE t.damaged_outside + t.damaged_yard
                                        + t.damaged_inside + t.damaged_destination END > 0))
                       AND (:text::text IS NULL
                            OR strpos(lower(c.consignment), :text) > 0
                            OR (c.label = ANY(:operational) AND (
                                strpos(lower(c.refs::text), :text) > 0
                                OR EXISTS (
                                    SELECT FROM state.consignment_line l
                                     WHERE l.operation = c.operation
                                       AND l.consignment = c.consignment
                                       AND l.label = ANY(:operational)
                                       AND l.known_from < :size AND l.known_until >= :size
                                       AND (strpos(lower(l.description), :text) > 0
                                            OR EXISTS (
                                               SELECT FROM jsonb_each_text(l.names -> 'common') n
                                                WHERE strpos(lower(n.value), :text) > 0))))))
                     ORDER BY c.consignment
                     LIMIT :limit
                    """;

    private static final String NAMED = ROWS + " AND c.consignment = ANY(:consignments)";

    private static final String ONE = ROWS + " AND c.consignment = :consignment";

    private static final String PLACES =
            """
            SELECT origin, destination FROM state.consignment_exact
             WHERE operation = :operation AND consignment = :consignment
               AND label = ANY(:exact) AND known_from < :size AND known_until >= :size
            """;

    /// Where a consignment is loaded and where it goes, exactly.
    private record Ends(@Nullable String origin, @Nullable String destination) {}

    /// A row with what only the whole view shows.
    record Head(
            ConsignmentRow row,
            int label,
            List<Reference> references,
            @Nullable String origin,
            @Nullable String destination) {}

    private static final Ends NO_ENDS = new Ends(null, null);

    private final JdbcClient sql;
    private final JsonMapper json;

    RowStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<ConsignmentRow> list(Sight sight, Cut cut, FlowFilter filter, String after, int limit) {
        var text = filter.text();
        return seen(LIST, sight, cut)
                .param("stage", filter.stage() == null ? null : filter.stage().code())
                .param("kind", filter.kind() == null ? null : filter.kind().code())
                .param(
                        "organisation",
                        filter.organisation() == null ? null : filter.organisation().value())
                .param("crossing", filter.crossing())
                .param("corridor", filter.corridor())
                .param("category", filter.category())
                .param("outcome", filter.outcome() == null ? null : filter.outcome().code())
                .param("text", text == null ? null : text.toLowerCase(Locale.ROOT))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> head(row, sight, NO_ENDS).row())
                .list();
    }

    /// The rows of these consignments, in this order.
    List<ConsignmentRow> list(Sight sight, Cut cut, List<String> consignments) {
        var found = new HashMap<String, ConsignmentRow>();
        seen(NAMED, sight, cut)
                .param("consignments", consignments.toArray(String[]::new))
                .query((row, _) -> head(row, sight, NO_ENDS).row())
                .list()
                .forEach(row -> found.put(row.consignment(), row));
        return consignments.stream()
                .filter(found::containsKey)
                .map(consignment -> requireNonNull(found.get(consignment)))
                .toList();
    }

    Optional<Head> find(Sight sight, Cut cut, String consignment) {
        var ends = ends(sight, cut, consignment);
        return seen(ONE, sight, cut)
                .param("consignment", consignment)
                .query((row, _) -> head(row, sight, ends))
                .optional()
                .map(head -> noted(sight, head));
    }

    private static Head noted(Sight sight, Head head) {
        if (head.origin() != null || head.destination() != null) {
            ExactReads.note(sight, head.row().saidBy(), head.row().index());
        }
        return head;
    }

    private Ends ends(Sight sight, Cut cut, String consignment) {
        return sql.sql(PLACES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("consignment", consignment)
                .param("exact", sight.labels(EXACT))
                .query((row, _) -> new Ends(row.getString(1), row.getString(2)))
                .optional()
                .orElse(NO_ENDS);
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("coarse", sight.labels(COARSE))
                .param("operational", sight.labels(OPERATIONAL));
    }

    private Head head(ResultSet row, Sight sight, Ends ends) throws SQLException {
        int label = row.getInt("label");
        boolean coarse = sight.shows(label, COARSE);
        boolean operational = sight.shows(label, OPERATIONAL);
        var view =
                new ConsignmentRow(
                        row.getString("consignment"),
                        row.getString("sender"),
                        row.getString("receiver"),
                        row.getString("originator"),
                        row.getLong("known_from"),
                        Rows.texts(row, "authorities"),
                        coarse ? row.getString("kind") : null,
                        coarse ? Rows.texts(row, "cargo") : null,
                        row.getString("stage"),
                        Rows.time(row, "since"),
                        coarse ? row.getString("destination_area") : null,
                        operational ? row.getString("corridor") : null,
                        operational ? row.getObject("ready_on", LocalDate.class) : null,
                        operational ? row.getString("priority") : null,
                        operational ? Rows.amount(row, "tonnes") : null,
                        operational ? row.getObject("lines", Integer.class) : null,
                        operational ? row.getObject("weighed", Integer.class) : null,
                        Rows.given(row, "requested_at"),
                        Rows.given(row, "heard_at"),
                        Rows.texts(row, "marks"));
        var references =
                operational
                        ? List.of(json.readValue(row.getString("refs"), Reference[].class))
                        : List.<Reference>of();
        return new Head(view, label, references, ends.origin(), ends.destination());
    }
}
