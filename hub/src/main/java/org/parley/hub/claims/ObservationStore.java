package org.parley.hub.claims;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.parley.hub.journal.Entry;
import org.parley.hub.store.CopyText;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Observed rows in their table.
@Repository
class ObservationStore {

    private static final String END =
            """
            UPDATE state.observation SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND row_key = ANY(:keys) AND known_until = 9223372036854775807
            """;

    private static final String STANDING =
            """
            SELECT row_key FROM state.observation
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND row_key = ANY(:keys) AND known_until = 9223372036854775807
            """;

    private static final String COLUMNS =
            """
            state.observation (operation, originator, source, vintage, label, known_from,
                   known_until, row_key, hash, event_date, place, category, quantity, unit,
                   assistance, donor, destination, description, flags)""";

    private static final String HASHES =
            """
            SELECT row_key, hash FROM state.observation
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND known_until = 9223372036854775807
            """;

    private static final String LAST_EVENT =
            """
            SELECT max(event_date) FROM state.observation
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND known_until = 9223372036854775807 AND vintage <> :vintage
            """;

    private static final String REVISED =
            """
            WITH before AS (
                SELECT row_key, known_from, event_date FROM state.observation
                 WHERE operation = :operation AND originator = :originator AND source = :source
                   AND known_from < :size AND known_until >= :size),
            after AS (
                SELECT row_key, known_from, event_date FROM state.observation
                 WHERE operation = :operation AND originator = :originator AND source = :source
                   AND known_until = 9223372036854775807)
            SELECT count(b.row_key), count(a.row_key),
                   count(*) FILTER (WHERE b.row_key IS NULL),
                   count(*) FILTER (WHERE a.known_from <> b.known_from),
                   count(*) FILTER (WHERE a.row_key IS NULL),
                   count(*) FILTER (WHERE b.row_key IS NULL
                       AND a.event_date <= (SELECT max(event_date) FROM before))
              FROM before b FULL JOIN after a ON a.row_key = b.row_key
            """;

    /// A version of a row that is not in the table yet.
    ///
    /// @param until the statement that ended it meanwhile
    record Begun(Entry<RowsObserved> by, ObservedRow row, long until) {}

    private final JdbcClient sql;
    private final JdbcTemplate template;

    ObservationStore(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    /// Adds versions of rows, in one command.
    void begin(Collection<Begun> begun) {
        var rows = new CopyText();
        for (var one : begun) {
            var by = one.by();
            var row = one.row();
            rows.value(by.operation().value())
                    .value(by.originator().value())
                    .value(by.body().source())
                    .value(by.body().vintage())
                    .value(by.label())
                    .value(by.index())
                    .value(one.until())
                    .value(row.key())
                    .value(row.hash())
                    .value(row.date())
                    .value(row.place())
                    .value(row.category())
                    .value(row.quantity())
                    .value(row.unit())
                    .value(row.assistance())
                    .value(row.donor())
                    .value(row.destination())
                    .value(row.description())
                    .value(row.flags())
                    .endRow();
        }
        rows.into(template, COLUMNS);
    }

    /// Those of the keys that stand in the register.
    Set<String> standing(OperationId operation, RegisterId register, Collection<String> keys) {
        return new HashSet<>(
                sql.sql(STANDING)
                        .param("operation", operation.value())
                        .param("originator", register.originator())
                        .param("source", register.source())
                        .param("keys", keys.toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// Ends the versions that stand under these keys.
    void end(OperationId operation, RegisterId register, long index, Collection<String> keys) {
        sql.sql(END)
                .param("index", index)
                .param("operation", operation.value())
                .param("originator", register.originator())
                .param("source", register.source())
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /// The key and the hash of every row of a register as it stands, one after the other.
    void fingerprints(
            OperationId operation,
            PartnerId originator,
            String source,
            BiConsumer<String, String> each) {
        sql.sql(HASHES)
                .withFetchSize(10_000)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("source", source)
                .query(
                        row -> {
                            each.accept(row.getString(1), row.getString(2));
                        });
    }

    /// How a register has changed since the log had `size` statements.
    RevisionsView revised(OperationId operation, PartnerId originator, String source, long size) {
        return sql.sql(REVISED)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("source", source)
                .param("size", size)
                .query((row, _) -> RegisterStore.revisions(row))
                .single();
    }

    /// The last event that had been published before `vintage`.
    Optional<LocalDate> lastEvent(
            OperationId operation, PartnerId originator, String source, String vintage) {
        return sql.sql(LAST_EVENT)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("source", source)
                .param("vintage", vintage)
                .query(
                        (ResultSet row) ->
                                row.next()
                                        ? Optional.ofNullable(row.getObject(1, LocalDate.class))
                                        : Optional.empty());
    }
}
