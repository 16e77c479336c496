package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.ExactReads;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Chains of custody, rulings, manifests and legs as readers see them.
@Repository
class ChainStore {

    private static final String CHAIN =
            """
            SELECT e.idx, e.statement, e.type, e.originator, e.occurred_at, e.heard_at, e.marks,
                   e.facts::text, e.label, x.place, x.to_place, x.vehicles
              FROM state.flow_event e
              LEFT JOIN state.flow_event_exact x ON x.operation = e.operation
               AND x.consignment = e.consignment AND x.idx = e.idx AND x.label = ANY(:exact)
             WHERE e.operation = :operation AND e.consignment = :consignment
               AND e.label = ANY(:labels) AND e.known_from < :size AND e.known_until >= :size
             ORDER BY e.occurred_at, e.idx
            """;

    // Which lines a ruling is about, and how many, is operational detail: who sees less of it sees
    // one row for all of them, with their outcome where they have one and the same.
    private static final String RULINGS =
            """
            SELECT r.ruling, r.consignment, r.line, r.authority, r.originator, r.statement,
                   r.known_from, r.ruled_at, r.marks, r.outcome, one.alike, l.category, r.allowed,
                   l.quantity, l.unit, r.reasons, r.note, r.conditions, r.valid_until, r.label,
                   l.label AS line_label, c.requested_at
              FROM state.flow_ruling r
              CROSS JOIN LATERAL (
                  SELECT min(o.line) AS first, count(DISTINCT o.outcome) = 1 AS alike
                    FROM state.flow_ruling o
                   WHERE o.operation = r.operation AND o.known_from = r.known_from
                     AND o.label = ANY(:labels) AND o.known_until >= :size) one
              JOIN state.consignment c ON c.operation = r.operation
               AND c.consignment = r.consignment AND c.label = ANY(:labels)
               AND c.known_from < :size AND c.known_until >= :size
              LEFT JOIN state.consignment_line l ON l.operation = r.operation
               AND l.consignment = r.consignment AND l.line = r.line AND l.label = ANY(:labels)
               AND l.known_from < :size AND l.known_until >= :size
             WHERE r.operation = :operation AND r.label = ANY(:labels)
               AND r.known_from < :size AND r.known_until >= :size
               AND (r.label = ANY(:operational) OR r.line = one.first)
            """;

    private static final String RULINGS_OF =
            RULINGS
                    + " AND r.consignment = :consignment"
                    + " ORDER BY r.known_from, r.line, r.authority";

    private static final String REGISTER =
            RULINGS
                    + """
                       AND (:authority::text IS NULL OR r.authority = :authority)
                       AND (:outcome::text IS NULL
                            OR (r.outcome = :outcome AND r.label = ANY(:coarse)
                                AND (one.alike OR r.label = ANY(:operational))))
                       AND (:category::text IS NULL
                            OR (l.category = :category AND l.label = ANY(:coarse)
                                AND r.label = ANY(:operational)))
                       AND (r.known_from, r.line) < (:before, :beforeLine)
                     ORDER BY r.known_from DESC, r.line DESC
                     LIMIT :limit
                    """;

    private static final String LEGS =
            """
            SELECT l.leg, l.carrier, l.originator, l.statement, l.known_from, l.departs, l.arrives,
                   l.goods::text, x.from_place, x.to_place
              FROM state.leg l
              LEFT JOIN state.leg_exact x ON x.operation = l.operation
               AND x.consignment = l.consignment AND x.leg = l.leg
               AND x.known_from = l.known_from AND x.label = ANY(:exact)
             WHERE l.operation = :operation AND l.consignment = :consignment
               AND l.label = ANY(:operational) AND l.known_from < :size
               AND l.known_until >= :size
             ORDER BY l.departs NULLS LAST, l.leg
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    ChainStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<ChainView> chain(Sight sight, Cut cut, String consignment) {
        return seen(CHAIN, sight, cut)
                .param("consignment", consignment)
                .param("exact", sight.labels(EXACT))
                .query((row, _) -> link(row, sight))
                .list();
    }

    private ChainView link(ResultSet row, Sight sight) throws SQLException {
        int label = row.getInt("label");
        boolean coarse = sight.shows(label, COARSE);
        boolean full = sight.shows(label, OPERATIONAL);
        var facts = json.readValue(row.getString("facts"), Happened.class);
        if (row.getString("place") != null
                || row.getString("to_place") != null
                || row.getArray("vehicles") != null) {
            ExactReads.note(sight, row.getString("originator"), row.getLong("idx"));
        }
        return new ChainView(
                Rows.given(row, "occurred_at"),
                Rows.given(row, "heard_at"),
                row.getString("originator"),
                row.getString("statement"),
                row.getLong("idx"),
                row.getString("type"),
                Rows.texts(row, "marks"),
                coarse ? facts.outcome() : null,
                facts.authority() == null ? null : facts.authority().value(),
                facts.from() == null ? null : facts.from().value(),
                facts.to() == null ? null : facts.to().value(),
                full ? facts.goods() : null,
                full ? facts.received() : null,
                full ? facts.ruled() : null,
                full ? facts.at() : null,
                full ? facts.interception() : null,
                full ? facts.crossing() : null,
                full ? facts.number() : null,
                full ? facts.reason() : null,
                full ? facts.taken() : null,
                full ? facts.made() : null,
                row.getString("place"),
                row.getString("to_place"),
                row.getArray("vehicles") == null ? null : Rows.texts(row, "vehicles"));
    }

    List<RulingView> rulingsOf(Sight sight, Cut cut, String consignment) {
        return seen(RULINGS_OF, sight, cut)
                .param("consignment", consignment)
                .param("operational", sight.labels(OPERATIONAL))
                .query((row, _) -> ruling(row, sight, cut))
                .list();
    }

    /// The newest first.
    List<RulingView> register(
            Sight sight, Cut cut, RulingFilter filter, long before, String beforeLine, int limit) {
        return seen(REGISTER, sight, cut)
                .param("authority", filter.authority() == null ? null : filter.authority().value())
                .param("outcome", filter.outcome() == null ? null : filter.outcome().code())
                .param("category", filter.category())
                .param("coarse", sight.labels(COARSE))
                .param("operational", sight.labels(OPERATIONAL))
                .param("before", before)
                .param("beforeLine", beforeLine)
                .param("limit", limit)
                .query((row, _) -> ruling(row, sight, cut))
                .list();
    }

    private static RulingView ruling(ResultSet row, Sight sight, Cut cut) throws SQLException {
        int label = row.getInt("label");
        int line = row.getInt("line_label");
        boolean coarse = sight.shows(label, COARSE);
        boolean full = sight.shows(label, OPERATIONAL);
        boolean lineFull = full && sight.shows(line, OPERATIONAL);
        var ruledAt = Rows.given(row, "ruled_at");
        var validUntil = Rows.time(row, "valid_until");
        return new RulingView(
                row.getString("ruling"),
                row.getString("consignment"),
                full ? row.getString("line") : null,
                row.getString("authority"),
                row.getString("originator"),
                row.getString("statement"),
                row.getLong("known_from"),
                ruledAt,
                Rows.texts(row, "marks"),
                full || coarse && row.getBoolean("alike") ? row.getString("outcome") : null,
                full && sight.shows(line, COARSE) ? row.getString("category") : null,
                full ? Rows.amount(row, "allowed") : null,
                lineFull ? Rows.amount(row, "quantity") : null,
                lineFull ? row.getString("unit") : null,
                full ? Rows.texts(row, "reasons") : null,
                full ? row.getString("note") : null,
                full ? Rows.texts(row, "conditions") : null,
                full ? validUntil : null,
                full && validUntil != null ? cut.at().isAfter(validUntil) : null,
                full ? Hours.between(Rows.given(row, "requested_at"), ruledAt) : null);
    }

    List<LegView> legs(Sight sight, Cut cut, String consignment) {
        return sql.sql(LEGS)
                .param("operation", cut.operation().value())
                .param("consignment", consignment)
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL))
                .param("exact", sight.labels(EXACT))
                .query((row, _) -> leg(row, sight))
                .list();
    }

    private LegView leg(ResultSet row, Sight sight) throws SQLException {
        if (row.getString("from_place") != null || row.getString("to_place") != null) {
            ExactReads.note(sight, row.getString("originator"), row.getLong("known_from"));
        }
        return new LegView(
                row.getString("leg"),
                row.getString("carrier"),
                row.getString("originator"),
                row.getString("statement"),
                row.getLong("known_from"),
                Rows.time(row, "departs"),
                Rows.time(row, "arrives"),
                List.of(json.readValue(row.getString("goods"), Goods[].class)),
                row.getString("from_place"),
                row.getString("to_place"));
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels());
    }
}
