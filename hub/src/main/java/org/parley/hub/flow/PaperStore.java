package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Rulings, manifests and legs, one row a version.
@Repository
class PaperStore {

    private static final String END_RULING =
            """
            UPDATE state.flow_ruling SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment AND line = :line
               AND authority = :authority AND originator = :originator
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN_RULING =
            """
            INSERT INTO state.flow_ruling (operation, consignment, line, authority, originator,
                   ruling, statement, outcome, allowed, reasons, note, conditions, valid_until,
                   ruled_at, marks, label, known_from)
            VALUES (:operation, :consignment, :line, :authority, :originator, :ruling,
                   :statement, :outcome, :allowed, :reasons, :note, :conditions, :validUntil,
                   :ruledAt, :marks, :label, :index)
            """;

    private static final String END_MANIFEST =
            """
            UPDATE state.manifest SET known_until = :index
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private static final String END_ENTRIES =
            """
            UPDATE state.manifest_entry SET known_until = :index
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN_MANIFEST =
            """
            INSERT INTO state.manifest (operation, manifest, originator, crossing, day, trucks,
                   statement, heard_at, marks, label, known_from)
            VALUES (:operation, :manifest, :originator, :crossing, :day, :trucks, :statement,
                   :heardAt, :marks, :label, :index)
            """;

    private static final String BEGIN_ENTRY =
            """
            INSERT INTO state.manifest_entry (operation, manifest, consignment, line, quantity,
                   label, known_from)
            VALUES (:operation, :manifest, :consignment, :line, :quantity, :label, :index)
            """;

    private static final String END_LEG =
            """
            UPDATE state.leg SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment AND leg = :leg
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN_LEG =
            """
            INSERT INTO state.leg (operation, consignment, leg, carrier, from_place, to_place,
                   departs, arrives, goods, statement, originator, label, known_from)
            VALUES (:operation, :consignment, :leg, :carrier, :from, :to, :departs, :arrives,
                   :goods::jsonb, :statement, :originator, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    PaperStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// @param allowed how much of the line it is for
    void rule(Entry<?> entry, Ruled said, LineRuling line, BigDecimal allowed) {
        sql.sql(END_RULING)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("line", line.line())
                .param("authority", said.authority().value())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        sql.sql(BEGIN_RULING)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("line", line.line())
                .param("authority", said.authority().value())
                .param("originator", entry.originator().value())
                .param("ruling", said.ruling())
                .param("statement", entry.id().value())
                .param("outcome", line.outcome().code())
                .param("allowed", allowed)
                .param(
                        "reasons",
                        line.reasons().stream().map(RefusalReason::code).toArray(String[]::new))
                .param("note", line.note())
                .param("conditions", said.conditions().toArray(String[]::new))
                .param("validUntil", time(said.validUntil()))
                .param("ruledAt", entry.claimedAt().atOffset(UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(UTC);
    }

    void manifest(Entry<?> entry, Manifested said, Map<ManifestEntry, BigDecimal> counted) {
        for (var ending : List.of(END_MANIFEST, END_ENTRIES)) {
            sql.sql(ending)
                    .param("operation", entry.operation().value())
                    .param("manifest", said.manifest())
                    .param("index", entry.index())
                    .update();
        }
        sql.sql(BEGIN_MANIFEST)
                .param("operation", entry.operation().value())
                .param("manifest", said.manifest())
                .param("originator", entry.originator().value())
                .param("crossing", said.crossing())
                .param("day", said.day())
                .param("trucks", said.trucks())
                .param("statement", entry.id().value())
                .param("heardAt", entry.heardAt().atOffset(UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
        counted.forEach(
                (line, quantity) ->
                        sql.sql(BEGIN_ENTRY)
                                .param("operation", entry.operation().value())
                                .param("manifest", said.manifest())
                                .param("consignment", line.consignment())
                                .param("line", line.line())
                                .param("quantity", quantity)
                                .param("label", entry.label())
                                .param("index", entry.index())
                                .update());
    }

    void leg(Entry<?> entry, LegPlanned said) {
        sql.sql(END_LEG)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("leg", said.leg())
                .param("index", entry.index())
                .update();
        sql.sql(BEGIN_LEG)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("leg", said.leg())
                .param("carrier", said.carrier().value())
                .param("from", said.from())
                .param("to", said.to())
                .param("departs", time(said.departs()))
                .param("arrives", time(said.arrives()))
                .param("goods", json.writeValueAsString(said.goods()))
                .param("statement", entry.id().value())
                .param("originator", entry.originator().value())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
