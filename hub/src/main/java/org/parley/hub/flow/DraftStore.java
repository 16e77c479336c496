package org.parley.hub.flow;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.store.CopyText;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads all that is known of consignments in one query, and writes what a draft holds: new
/// versions by `COPY`, ends and records in batches.
@Repository
class DraftStore {

    private static final String IS_EMPTY =
            """
            SELECT NOT EXISTS (SELECT FROM state.flow_event WHERE operation = :operation)
            """;

    private static final String LOAD =
            """
            SELECT w.consignment,
                   (SELECT record::text FROM state.consignment_record r
                     WHERE r.operation = :operation AND r.consignment = w.consignment) AS record,
                   EXISTS (SELECT FROM state.flow_event e
                     WHERE e.operation = :operation AND e.consignment = w.consignment) AS told,
                   (SELECT jsonb_agg(jsonb_build_object('line', line, 'label', label, 'estimated',
                               estimated, 'sums', jsonb_build_array(%s)))::text
                      FROM state.line_tally t
                     WHERE t.operation = :operation AND t.consignment = w.consignment
                       AND t.known_until = 9223372036854775807) AS tallies,
                   (SELECT jsonb_agg(jsonb_build_object('label', label, 'stage', stage, 'micros',
                               (extract(epoch FROM since) * 1000000)::bigint))::text
                      FROM state.consignment_standing s
                     WHERE s.operation = :operation AND s.consignment = w.consignment
                       AND s.known_until = 9223372036854775807) AS standings,
                   (SELECT jsonb_agg(jsonb_build_object('load', load, 'node', node, 'line', line,
                               'label', label, 'amount', amount))::text
                      FROM state.load_content l
                     WHERE l.operation = :operation AND l.consignment = w.consignment
                       AND l.known_until = 9223372036854775807) AS loads
              FROM unnest(:consignments::text[]) AS w (consignment)
            """
                    .formatted(Measure.columns());

    private static final String SAVE_RECORD =
            """
            INSERT INTO state.consignment_record (operation, consignment, record)
            VALUES (?, ?, ?::jsonb)
            ON CONFLICT (operation, consignment) DO UPDATE SET record = EXCLUDED.record
            """;

    private static final String GIVE =
            """
            INSERT INTO state.consignment_reference
                   (operation, originator, scheme, value, consignment)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private record Summed(String line, int label, boolean estimated, List<BigDecimal> sums) {}

    private record Stood(int label, String stage, long micros) {}

    private record Loaded(String load, String node, String line, int label, BigDecimal amount) {}

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final JsonMapper json;
    private final SumBook sums;

    DraftStore(JdbcClient sql, JdbcTemplate template, JsonMapper json, SumBook sums) {
        this.sql = sql;
        this.template = template;
        this.json = json;
        this.sums = sums;
    }

    /// Puts down the sums of all epochs that are over by the statement with this index.
    ///
    /// @param summedTo where the last epoch ended; below zero where that must be read
    /// @return where it ends now
    long sumUp(OperationId operation, long summedTo, long index) {
        return sums.sumUp(operation, summedTo < 0 ? sums.summedTo(operation) : summedTo, index);
    }

    /// Whether nothing was ever said of the operation's flow, so that all tables are empty.
    boolean isEmpty(OperationId operation) {
        return sql.sql(IS_EMPTY)
                .param("operation", operation.value())
                .query(Boolean.class)
                .single();
    }

    Map<String, Known> load(OperationId operation, Set<String> consignments) {
        var found = new HashMap<String, Known>();
        sql.sql(LOAD)
                .param("operation", operation.value())
                .param("consignments", consignments.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("consignment"), known(row)))
                .list()
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    private Known known(ResultSet row) throws SQLException {
        var record = row.getString("record");
        var known =
                new Known(
                        record == null ? null : json.readValue(record, Consignment.class),
                        row.getBoolean("told"));
        for (var one : rows(row.getString("tallies"), Summed[].class)) {
            known.tallies()
                    .put(
                            new Known.LineLabel(one.line(), one.label()),
                            new Tally(one.sums(), one.estimated()));
        }
        for (var one : rows(row.getString("standings"), Stood[].class)) {
            known.standings()
                    .put(
                            one.label(),
                            new Standing(
                                    Stage.of(one.stage()),
                                    Instant.EPOCH.plus(one.micros(), ChronoUnit.MICROS)));
        }
        for (var one : rows(row.getString("loads"), Loaded[].class)) {
            known.loads()
                    .put(
                            new Known.InLoad(
                                    one.load(),
                                    Codes.of(Node.class, "node", one.node()),
                                    one.line(),
                                    one.label()),
                            one.amount());
        }
        return known;
    }

    private <T> List<T> rows(@Nullable String text, Class<T[]> type) {
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }

    void write(Draft draft) {
        var operation = draft.operation().value();
        for (var table : Table.values()) {
            end(operation, table, draft.versions(table).ended());
            begin(operation, table, draft.versions(table).begun());
        }
        saveRecords(operation, draft);
        give(operation, draft);
    }

    private void end(String operation, Table table, List<Versions.Ending> ended) {
        if (ended.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Object[]>(ended.size());
        for (var ending : ended) {
            var row = new ArrayList<>(ending.key());
            row.addFirst(operation);
            row.addFirst(ending.index());
            rows.add(row.toArray());
        }
        template.batchUpdate(
                "UPDATE %s SET known_until = ? WHERE operation = ? AND %s AND known_until = 9223372036854775807"
                        .formatted(
                                table.table(),
                                table.keyColumns().stream()
                                        .map(column -> column + " = ?")
                                        .collect(Collectors.joining(" AND "))),
                rows);
    }

    private void begin(String operation, Table table, List<Version> begun) {
        if (begun.isEmpty()) {
            return;
        }
        var rows = new CopyText();
        for (var version : begun) {
            rows.value(operation);
            for (var value : version.values()) {
                rows.value(value);
            }
            rows.value(version.from()).value(version.until()).endRow();
        }
        rows.into(
                template,
                "%s (operation, %s, known_from, known_until)"
                        .formatted(table.table(), table.columns()));
    }

    private void saveRecords(String operation, Draft draft) {
        var rows = new ArrayList<Object[]>();
        draft.known()
                .forEach(
                        (consignment, known) -> {
                            if (known.changed()) {
                                rows.add(
                                        new Object[] {
                                            operation,
                                            consignment,
                                            json.writeValueAsString(known.consignment())
                                        });
                            }
                        });
        if (!rows.isEmpty()) {
            template.batchUpdate(SAVE_RECORD, rows);
        }
    }

    private void give(String operation, Draft draft) {
        var rows = new ArrayList<Object[]>();
        for (var given : draft.newlyGiven()) {
            rows.add(
                    new Object[] {
                        operation,
                        given.originator().value(),
                        given.reference().scheme(),
                        given.reference().value(),
                        draft.givenTo(given)
                    });
        }
        if (!rows.isEmpty()) {
            template.batchUpdate(GIVE, rows);
        }
    }
}
