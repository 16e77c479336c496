package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was said of consignments, statement by statement.
@Repository
class EventStore {

    private static final String ADD =
            """
            INSERT INTO state.flow_event (operation, consignment, idx, statement, type, originator,
                   kind, stage, step, crossing, occurred_at, heard_at, marks, facts, effects, label,
                   known_from)
            VALUES (:operation, :consignment, :index, :statement, :type, :originator, :kind,
                   :stage, :step, :crossing, :occurredAt, :heardAt, :marks, :facts::jsonb, :effects::jsonb,
                   :label, :index)
            """;

    private static final String CORRECTED =
            """
            UPDATE state.flow_event SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment
               AND originator = :originator AND statement = :statement
               AND known_until = 9223372036854775807 AND type = :type
            RETURNING label, effects::text
            """;

    private static final String HAS_SAID =
            """
            SELECT EXISTS (SELECT FROM state.flow_event
             WHERE operation = :operation AND consignment = :consignment
               AND originator = :originator AND statement = :statement
               AND known_until = 9223372036854775807)
            """;

    private static final String EARLIER =
            """
            SELECT idx, label, facts::text FROM state.flow_event
             WHERE operation = :operation AND consignment = :consignment AND idx < :index
               AND known_until = 9223372036854775807
             ORDER BY idx
            """;

    private static final String RECOUNT =
            """
            WITH ended AS (
                UPDATE state.flow_event SET known_until = :index
                 WHERE operation = :operation AND consignment = :consignment AND idx = :event
                   AND known_until = 9223372036854775807
                RETURNING *)
            INSERT INTO state.flow_event (operation, consignment, idx, statement, type, originator,
                   kind, stage, step, crossing, occurred_at, heard_at, marks, facts, effects, label,
                   known_from)
            SELECT operation, consignment, idx, statement, type, originator, :kind, stage, step,
                   crossing,
                   occurred_at, heard_at, marks, facts, :effects::jsonb, label, :index
              FROM ended
            """;

    private static final String STAGES =
            """
            SELECT stage, occurred_at FROM state.flow_event
             WHERE operation = :operation AND consignment = :consignment AND label = :label
               AND stage IS NOT NULL AND known_until = 9223372036854775807
             ORDER BY idx
            """;

    /// What an earlier statement added, to be taken back.
    record Corrected(int label, List<Effect> effects) {}

    /// A statement that came before the request that it is about.
    record Earlier(long index, int label, Happened facts) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    EventStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(
            String type,
            Entry<?> entry,
            String consignment,
            @Nullable AssistanceKind kind,
            @Nullable Stage stage,
            Happened facts,
            List<Effect> effects) {
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("index", entry.index())
                .param("statement", entry.id().value())
                .param("type", type)
                .param("originator", entry.originator().value())
                .param("kind", kind == null ? null : kind.code())
                .param("stage", stage == null ? null : stage.code())
                .param("step", facts.step() == null ? null : facts.step().code())
                .param("crossing", facts.crossing())
                .param("occurredAt", entry.claimedAt().atOffset(UTC))
                .param("heardAt", entry.heardAt().atOffset(UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("facts", json.writeValueAsString(facts))
                .param("effects", json.writeValueAsString(effects))
                .param("label", entry.label())
                .update();
    }

    /// Ends the statement that this one replaces; empty where there is none such.
    Optional<Corrected> correct(
            String type, Entry<?> entry, String consignment, StatementId corrected) {
        return sql.sql(CORRECTED)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("originator", entry.originator().value())
                .param("statement", corrected.value())
                .param("type", type)
                .param("index", entry.index())
                .query(
                        (row, _) ->
                                new Corrected(
                                        row.getInt("label"), effects(row.getString("effects"))))
                .optional();
    }

    boolean hasSaid(
            OperationId operation,
            PartnerId originator,
            String consignment,
            StatementId statement) {
        return sql.sql(HAS_SAID)
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("originator", originator.value())
                .param("statement", statement.value())
                .query(Boolean.class)
                .single();
    }

    private List<Effect> effects(String text) {
        return List.of(json.readValue(text, Effect[].class));
    }

    /// What was said of a consignment before anybody asked for it.
    List<Earlier> earlier(Entry<?> entry, String consignment) {
        return sql.sql(EARLIER)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("index", entry.index())
                .query(
                        (row, _) ->
                                new Earlier(
                                        row.getLong("idx"),
                                        row.getInt("label"),
                                        json.readValue(row.getString("facts"), Happened.class)))
                .list();
    }

    void recount(
            Entry<?> entry,
            String consignment,
            AssistanceKind kind,
            long event,
            List<Effect> effects) {
        sql.sql(RECOUNT)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("event", event)
                .param("kind", kind.code())
                .param("effects", json.writeValueAsString(effects))
                .param("index", entry.index())
                .update();
    }

    /// The stages that the statements of one label tell, in the order of the log.
    List<Standing> stages(OperationId operation, String consignment, int label) {
        return sql.sql(STAGES)
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("label", label)
                .query(
                        (row, _) ->
                                new Standing(
                                        Stage.of(row.getString("stage")),
                                        row.getObject("occurred_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
