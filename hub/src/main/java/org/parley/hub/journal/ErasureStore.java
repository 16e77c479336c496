package org.parley.hub.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.statement.Seeds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Destroys what was said, in the eraser's own transactions.
@Repository
class ErasureStore {

    /// Statements that a published erasure names and whose content is still there.
    private static final String DUE =
            """
            SELECT target.idx
              FROM journal.statement erasure
              JOIN journal.payload said
                ON said.operation = erasure.operation AND said.idx = erasure.idx
              JOIN journal.statement target
                ON target.operation = erasure.operation
               AND target.originator = erasure.originator
               AND target.id = (said.fields::jsonb #>> '{F0,statement}')::uuid
              JOIN journal.payload content
                ON content.operation = target.operation AND content.idx = target.idx
             WHERE erasure.operation = :operation AND erasure.type = 'journal.erased'
               AND erasure.idx >= :from AND erasure.idx < :until
             ORDER BY target.idx
            """;

    /// What tombstones of the hub's name, whoever said it: the hub alone can say them.
    private static final String EXPIRED =
            """
            SELECT DISTINCT target.idx, said.fields::jsonb #>> '{F0,fieldClass}' AS class
              FROM journal.statement tombstone
              JOIN journal.payload said
                ON said.operation = tombstone.operation AND said.idx = tombstone.idx
              CROSS JOIN LATERAL jsonb_array_elements(
                   said.fields::jsonb #> '{F0,statements}') named
              JOIN journal.statement target
                ON target.operation = tombstone.operation
               AND target.originator = named ->> 'originator'
               AND target.id = (named ->> 'statement')::uuid
               AND target.idx < tombstone.idx
             WHERE tombstone.operation = :operation AND tombstone.type = 'journal.expired'
               AND said.account = :hub
               AND tombstone.idx >= :from AND tombstone.idx < :until
             ORDER BY target.idx
            """;

    private static final String ASKS =
            """
            SELECT EXISTS (SELECT 1 FROM journal.statement
                            WHERE operation = :operation AND idx >= :from AND idx < :until
                              AND type = ANY(:types))
            """;

    private static final String FIELDS =
            "SELECT fields, seeds FROM journal.payload WHERE operation = :operation AND idx = :index";

    private static final String FORGET_OPERATIONAL =
            """
            UPDATE journal.payload SET fields = :fields, seeds = :seeds
             WHERE operation = :operation AND idx = :index
            """;

    /// Statements of which two people have the held texts destroyed.
    private static final String STRUCK =
            """
            SELECT target.idx
              FROM journal.statement ruling
              JOIN journal.payload said
                ON said.operation = ruling.operation AND said.idx = ruling.idx
              JOIN journal.statement target
                ON target.operation = ruling.operation
               AND target.originator = ruling.originator
               AND target.id = (said.fields::jsonb #>> '{F0,record}')::uuid
               AND target.idx < ruling.idx
             WHERE ruling.operation = :operation AND ruling.type = 'journal.text-struck'
               AND ruling.idx >= :from AND ruling.idx < :until
             ORDER BY target.idx
            """;

    private static final String FORGET_HELD =
            """
            DELETE FROM journal.payload_held
             WHERE operation = :operation AND idx = :index AND class = ANY(:classes)
            """;

    private static final String FORGET_EXACT =
            "DELETE FROM journal.payload_exact WHERE operation = :operation AND idx = :index";

    // The hash over all that was said goes too: what is gone could be guessed against it.
    private static final String FORGET_CONTENT =
            """
            UPDATE journal.payload SET content = :content
             WHERE operation = :operation AND idx = :index AND content <> :content
            """;

    private static final List<String> TABLES =
            List.of(
                    "journal.payload",
                    "journal.payload_exact",
                    "journal.payload_held",
                    "journal.reference");

    private static final Set<String> ONE_ROW_EACH =
            Set.of("journal.payload", "journal.payload_exact");

    // Numbers stay as they were written.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final JdbcClient sql;

    ErasureStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether there are any of these types among these statements.
    boolean asks(OperationId operation, long from, long until, String... types) {
        return sql.sql(ASKS)
                .param("types", types)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    List<Long> due(OperationId operation, long from, long until) {
        return sql.sql(DUE)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<Long> struck(OperationId operation, long from, long until) {
        return sql.sql(STRUCK)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// What the hub's tombstones among these statements name: the classes that are over their
    /// time, by the index of the statement. The class F0 stands for all that was said.
    Map<Long, Set<FieldClass>> expired(OperationId operation, long from, long until) {
        var found = new HashMap<Long, Set<FieldClass>>();
        sql.sql(EXPIRED)
                .param("operation", operation.value())
                .param("hub", ExpiredKind.HUB.account())
                .param("from", from)
                .param("until", until)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getLong("idx"),
                                            _ -> EnumSet.noneOf(FieldClass.class))
                                    .add(FieldClass.of(row.getString("class")));
                        });
        return found;
    }

    /// Destroys the fields of these classes with their seeds. Can be done twice.
    ///
    /// @return whether any of them was still there
    boolean destroy(OperationId operation, long index, Set<FieldClass> classes) {
        if (classes.contains(FieldClass.HEADER)) {
            return destroy(operation, List.of(index)) > 0;
        }
        boolean was =
                classes.contains(FieldClass.OPERATIONAL) && forgetOperational(operation, index);
        if (classes.contains(FieldClass.EXACT)) {
            was |=
                    sql.sql(FORGET_EXACT)
                                    .param("operation", operation.value())
                                    .param("index", index)
                                    .update()
                            > 0;
        }
        was |= forgetHeld(operation, index, classes);
        forgetContent(operation, index);
        return was;
    }

    /// Destroys the held texts of a statement. Can be done twice.
    ///
    /// @return whether there were any
    boolean strike(OperationId operation, long index) {
        boolean was = forgetHeld(operation, index, EnumSet.allOf(FieldClass.class));
        forgetContent(operation, index);
        return was;
    }

    private boolean forgetHeld(OperationId operation, long index, Set<FieldClass> classes) {
        return sql.sql(FORGET_HELD)
                        .param("operation", operation.value())
                        .param("index", index)
                        .param(
                                "classes",
                                classes.stream().map(FieldClass::code).toArray(String[]::new))
                        .update()
                > 0;
    }

    private void forgetContent(OperationId operation, long index) {
        sql.sql(FORGET_CONTENT)
                .param("operation", operation.value())
                .param("index", index)
                .param("content", new byte[32])
                .update();
    }

    private record Content(String fields, byte[] seeds) {}

    private boolean forgetOperational(OperationId operation, long index) {
        var content =
                sql.sql(FIELDS)
                        .param("operation", operation.value())
                        .param("index", index)
                        .query(
                                (row, _) ->
                                        new Content(row.getString("fields"), row.getBytes("seeds")))
                        .optional();
        if (content.isEmpty()) {
            return false;
        }
        var fields = (ObjectNode) JSON.readTree(content.get().fields());
        if (fields.remove(FieldClass.OPERATIONAL.code()) == null) {
            return false;
        }
        keep(operation, index, without(content.get(), fields));
        return true;
    }

    private static Content without(Content content, ObjectNode fields) {
        var seeds = content.seeds().clone();
        int from = FieldClass.OPERATIONAL.ordinal() * Seeds.BYTES;
        Arrays.fill(seeds, from, from + Seeds.BYTES, (byte) 0);
        return new Content(fields.toString(), seeds);
    }

    private void keep(OperationId operation, long index, Content kept) {
        sql.sql(FORGET_OPERATIONAL)
                .param("operation", operation.value())
                .param("index", index)
                .param("fields", kept.fields())
                .param("seeds", kept.seeds())
                .update();
    }

    /// @return from how many statements something was still there
    int destroy(OperationId operation, List<Long> indices) {
        int most = 0;
        for (var table : TABLES) {
            int gone =
                    sql.sql(
                                    "DELETE FROM %s WHERE operation = :operation AND idx = ANY(:indices)"
                                            .formatted(table))
                            .param("operation", operation.value())
                            .param("indices", indices.toArray(Long[]::new))
                            .update();
            most = ONE_ROW_EACH.contains(table) ? Math.max(most, gone) : most;
        }
        return most;
    }
}
