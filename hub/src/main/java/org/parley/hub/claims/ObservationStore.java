package org.parley.hub.claims;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes observed rows, a statement's worth at a time.
@Repository
class ObservationStore {

    private static final String END =
            """
            UPDATE state.observation SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND row_key = ANY(:keys) AND known_until = 9223372036854775807
            """;

    /// Column by column as arrays: one round trip and one plan for 256 rows.
    private static final String BEGIN =
            """
            INSERT INTO state.observation (operation, originator, source, vintage, label, known_from,
                   row_key, hash, event_date, place, category, quantity, unit, assistance, donor,
                   destination, description, flags)
            SELECT :operation, :originator, :source, :vintage, :label, :index,
                   key, hash, day::date, place, category, quantity::numeric, unit, assistance,
                   donor, destination, description,
                   CASE flags WHEN '' THEN '{}' ELSE string_to_array(flags, ',') END
              FROM unnest(:keys::text[], :hashes::text[], :days::text[], :places::text[],
                   :categories::text[], :quantities::text[], :units::text[], :assistances::text[],
                   :donors::text[], :destinations::text[], :descriptions::text[], :flags::text[])
                AS row (key, hash, day, place, category, quantity, unit, assistance, donor,
                   destination, description, flags)
            """;

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

    private final JdbcClient sql;

    ObservationStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Entry<RowsObserved> entry) {
        var body = entry.body();
        var rows = body.rows();
        end(entry, body.source(), column(rows, ObservedRow::key));
        sql.sql(BEGIN)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("source", body.source())
                .param("vintage", body.vintage())
                .param("label", entry.label())
                .param("index", entry.index())
                .param("keys", column(rows, ObservedRow::key))
                .param("hashes", column(rows, ObservedRow::hash))
                .param("days", column(rows, row -> row.date().toString()))
                .param("places", column(rows, ObservedRow::place))
                .param("categories", column(rows, ObservedRow::category))
                .param("quantities", column(rows, ObservedRow::quantity))
                .param("units", column(rows, ObservedRow::unit))
                .param("assistances", column(rows, ObservedRow::assistance))
                .param("donors", column(rows, ObservedRow::donor))
                .param("destinations", column(rows, ObservedRow::destination))
                .param("descriptions", column(rows, ObservedRow::description))
                .param("flags", column(rows, row -> String.join(",", row.flags())))
                .update();
    }

    void withdraw(Entry<RowsWithdrawn> entry) {
        end(entry, entry.body().source(), entry.body().keys().toArray(String[]::new));
    }

    private <B extends Record & Body> void end(
            Entry<B> entry, String source, @Nullable String[] keys) {
        sql.sql(END)
                .param("index", entry.index())
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("source", source)
                .param("keys", keys)
                .update();
    }

    private static @Nullable String[] column(
            List<ObservedRow> rows, Function<ObservedRow, @Nullable String> value) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
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
