package org.parley.hub.flow;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was said of consignments, statement by statement.
@Repository
class EventStore {

    // Places of what is counted anew among the values of a version.
    private static final int KIND = 5;
    private static final int EFFECTS = 13;

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

    /// What an earlier statement adds under its label.
    record Corrected(int label, List<Effect> effects) {}

    /// A statement that came before the request that it is about.
    private record Earlier(long index, int label, Happened facts) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    EventStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(
            Draft draft,
            String type,
            Entry<?> entry,
            String consignment,
            @Nullable AssistanceKind kind,
            @Nullable Stage stage,
            Happened whole,
            List<Effect> effects) {
        if (whole.isExact()) {
            var vehicles = whole.vehicles();
            draft.versions(Table.EVENT_EXACT)
                    .begin(
                            entry.index(),
                            consignment,
                            entry.index(),
                            whole.place(),
                            whole.toPlace(),
                            vehicles == null || vehicles.isEmpty() ? null : vehicles,
                            entry.label());
        }
        var facts = whole.withoutExact();
        var version =
                draft.versions(Table.EVENT)
                        .begin(
                                entry.index(),
                                consignment,
                                entry.index(),
                                entry.id().value(),
                                type,
                                entry.originator().value(),
                                kind == null ? null : kind.code(),
                                stage == null ? null : stage.code(),
                                facts.step() == null ? null : facts.step().code(),
                                facts.crossing(),
                                entry.claimedAt(),
                                entry.heardAt(),
                                entry.marks(),
                                json.writeValueAsString(facts),
                                json.writeValueAsString(effects),
                                entry.label());
        draft.known(consignment)
                .tell(
                        new Told(
                                version,
                                entry.index(),
                                entry.id(),
                                type,
                                entry.originator(),
                                entry.label(),
                                stage,
                                entry.claimedAt().truncatedTo(ChronoUnit.MICROS),
                                facts,
                                effects));
    }

    /// Ends the statement that this one replaces; empty where there is none such.
    Optional<Corrected> correct(
            Draft draft, String type, Entry<?> entry, String consignment, StatementId corrected) {
        for (var told : draft.known(consignment).unwritten()) {
            if (said(told, entry.originator(), corrected) && told.type().equals(type)) {
                told.version().end(entry.index());
                return Optional.of(new Corrected(told.label(), told.effects()));
            }
        }
        if (!draft.anyWritten()) {
            return Optional.empty();
        }
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

    private static boolean said(Told told, PartnerId originator, StatementId statement) {
        return told.version().stands()
                && told.originator().equals(originator)
                && told.statement().equals(statement);
    }

    boolean hasSaid(Draft draft, PartnerId originator, String consignment, StatementId statement) {
        var known = draft.known(consignment);
        return known.unwritten().stream().anyMatch(told -> said(told, originator, statement))
                || (known.told() && hasWritten(draft, originator, consignment, statement));
    }

    private boolean hasWritten(
            Draft draft, PartnerId originator, String consignment, StatementId statement) {
        return draft.anyWritten()
                && sql.sql(HAS_SAID)
                        .param("operation", draft.operation().value())
                        .param("consignment", consignment)
                        .param("originator", originator.value())
                        .param("statement", statement.value())
                        .query(Boolean.class)
                        .single();
    }

    private List<Effect> effects(String text) {
        return List.of(json.readValue(text, Effect[].class));
    }

    /// Counts what was said of a consignment before anybody asked for it, now that its lines are
    /// known.
    List<Corrected> recount(
            Draft draft, Entry<?> entry, ConsignmentRequested said, Consignment consignment) {
        var known = draft.known(said.consignment());
        var counted = new ArrayList<Corrected>();
        if (!known.told()) {
            return counted;
        }
        for (var earlier : earlier(draft, entry, said.consignment())) {
            var effects = Counting.of(earlier.facts(), consignment).effects();
            recount(entry, said, earlier.index(), effects);
            counted.add(new Corrected(earlier.label(), effects));
        }
        known.unwritten()
                .replaceAll(
                        told -> {
                            if (!told.version().stands()) {
                                return told;
                            }
                            var effects = Counting.of(told.facts(), consignment).effects();
                            counted.add(new Corrected(told.label(), effects));
                            var next =
                                    told.version()
                                            .then(entry.index(), KIND, said.kind().code())
                                            .then(
                                                    entry.index(),
                                                    EFFECTS,
                                                    json.writeValueAsString(effects));
                            told.version().end(entry.index());
                            draft.versions(Table.EVENT).begin(next);
                            return told.as(next, effects);
                        });
        return counted;
    }

    private List<Earlier> earlier(Draft draft, Entry<?> entry, String consignment) {
        if (!draft.anyWritten()) {
            return List.of();
        }
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

    private void recount(
            Entry<?> entry, ConsignmentRequested said, long event, List<Effect> effects) {
        sql.sql(RECOUNT)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("event", event)
                .param("kind", said.kind().code())
                .param("effects", json.writeValueAsString(effects))
                .param("index", entry.index())
                .update();
    }

    /// The stages that the statements of one label tell, in the order of the log.
    List<Standing> stages(Draft draft, String consignment, int label) {
        var all = new ArrayList<Standing>();
        if (draft.anyWritten()) {
            all.addAll(written(draft, consignment, label));
        }
        for (var told : draft.known(consignment).unwritten()) {
            var stage = told.stage();
            if (stage != null && told.label() == label && told.version().stands()) {
                all.add(new Standing(stage, told.occurredAt()));
            }
        }
        return all;
    }

    private List<Standing> written(Draft draft, String consignment, int label) {
        return sql.sql(STAGES)
                .param("operation", draft.operation().value())
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
