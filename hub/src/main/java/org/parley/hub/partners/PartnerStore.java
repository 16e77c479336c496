package org.parley.hub.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Organisations and their dated roles, in versions by the journal's index.
@Repository
class PartnerStore {

    private static final String KNOWN =
            " AND known_from < :size AND known_until >= :size AND label = ANY(:labels) ";

    private static final String LIST =
            "SELECT partner, kind, names FROM state.partner WHERE operation = :operation"
                    + KNOWN
                    + "ORDER BY partner, known_from DESC";

    private static final String ROLES =
            """
            SELECT partner, role, from_day, until_day, instrument, empowers_to, originator, known_from
              FROM state.partner_role
             WHERE operation = :operation"""
                    + KNOWN
                    + "ORDER BY partner, from_day, role";

    private static final String HOLDS =
            """
            SELECT count(*) FROM state.partner_role
             WHERE operation = :operation AND partner = :partner AND role = :role
               AND from_day <= :day AND (until_day IS NULL OR until_day >= :day)
               AND known_until = 9223372036854775807
               AND (:byItself OR originator <> partner)
            """;

    private static final String KIND =
            """
            SELECT kind FROM state.partner
             WHERE operation = :operation AND partner = :partner
               AND known_until = 9223372036854775807
             LIMIT 1
            """;

    private static final String REPLACE =
            """
            UPDATE state.partner SET known_until = :index
             WHERE operation = :operation AND partner = :partner AND originator = :originator
               AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.partner
                   (operation, partner, originator, kind, names, label, known_from)
            VALUES (:operation, :partner, :originator, :kind, :names::jsonb, :label, :index)
            """;

    private static final String REPLACE_ROLE =
            """
            UPDATE state.partner_role SET known_until = :index
             WHERE operation = :operation AND partner = :partner AND role = :role
               AND from_day = :from AND originator = :originator
               AND known_until = 9223372036854775807
            """;

    private static final String ADD_ROLE =
            """
            INSERT INTO state.partner_role (operation, partner, originator, role, from_day,
                   until_day, instrument, empowers_to, label, known_from)
            VALUES (:operation, :partner, :originator, :role, :from, :until, :instrument,
                   :empowersTo, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    PartnerStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Described(PartnerId partner, PartnerKind kind, Names names) {}

    List<Described> list(Sight sight, Cut cut) {
        return sql.sql(LIST)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(this::described)
                .list();
    }

    private Described described(ResultSet row, int number) throws SQLException {
        return new Described(
                new PartnerId(row.getString("partner")),
                json.convertValue(row.getString("kind"), PartnerKind.class),
                json.readValue(row.getString("names"), Names.class));
    }

    List<RoleView> roles(Sight sight, Cut cut) {
        return sql.sql(ROLES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new RoleView(
                                        row.getString("partner"),
                                        row.getString("role"),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("until_day", LocalDate.class),
                                        row.getString("instrument"),
                                        row.getString("empowers_to"),
                                        row.getString("originator"),
                                        row.getLong("known_from")))
                .list();
    }

    /// Whether the partner holds the role on that day, as the log stands.
    ///
    /// @param byItself whether its own word for it is enough
    boolean holds(
            OperationId operation,
            PartnerId partner,
            PartnerRole role,
            LocalDate day,
            boolean byItself) {
        return sql.sql(HOLDS)
                        .param("operation", operation.value())
                        .param("partner", partner.value())
                        .param("role", role.code())
                        .param("day", day)
                        .param("byItself", byItself)
                        .query((row, _) -> row.getLong(1))
                        .single()
                > 0;
    }

    Optional<PartnerKind> kind(OperationId operation, PartnerId partner) {
        return sql.sql(KIND)
                .param("operation", operation.value())
                .param("partner", partner.value())
                .query((row, _) -> json.convertValue(row.getString(1), PartnerKind.class))
                .optional();
    }

    void add(Entry<OrganisationDescribed> entry) {
        var said = entry.body();
        sql.sql(REPLACE)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("originator", entry.originator().value())
                .param("kind", said.kind().code())
                .param("names", json.writeValueAsString(said.names()))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    void addRole(Entry<RoleHeld> entry) {
        var said = entry.body();
        sql.sql(REPLACE_ROLE)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("role", said.role().code())
                .param("from", said.from())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        @Nullable LocalDate until = said.until();
        sql.sql(ADD_ROLE)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("originator", entry.originator().value())
                .param("role", said.role().code())
                .param("from", said.from())
                .param("until", until)
                .param("instrument", said.instrument())
                .param("empowersTo", said.empowersTo())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
