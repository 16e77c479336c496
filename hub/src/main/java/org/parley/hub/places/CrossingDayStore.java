package org.parley.hub.places;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Crossing days in PostgreSQL: one row for each thing said, replaced only by its own originator.
@Repository
class CrossingDayStore {

    private static final TypeReference<List<Opening>> OPENINGS = new TypeReference<>() {};
    private static final TypeReference<List<Hours>> HOURS = new TypeReference<>() {};
    private static final TypeReference<List<Capacity>> CAPACITIES = new TypeReference<>() {};

    private static final String DAYS =
            """
            SELECT d.crossing, d.day, d.originator, d.openings::text, d.hours::text,
                   d.capacities::text, d.note, d.heard_at, d.marks, d.label, d.known_from,
                   EXISTS (SELECT FROM state.crossing_day e
                            WHERE e.operation = d.operation AND e.crossing = d.crossing
                              AND e.day = d.day AND e.originator = d.originator
                              AND e.known_from < d.known_from AND e.label = ANY(:labels)) AS revised
              FROM state.crossing_day d
             WHERE d.operation = :operation AND d.label = ANY(:labels)
               AND d.known_from < :size AND d.known_until >= :size
               AND (:crossing::text IS NULL OR d.crossing = :crossing)
               AND d.day BETWEEN :from AND :until
             ORDER BY d.crossing, d.day, d.known_from
            """;

    private static final String END =
            """
            UPDATE state.crossing_day SET known_until = :index
             WHERE operation = :operation AND crossing = :crossing AND day = :day
               AND originator = :originator AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.crossing_day (operation, crossing, day, originator, openings, hours,
                   capacities, note, heard_at, marks, label, known_from)
            VALUES (:operation, :crossing, :day, :originator, :openings::jsonb, :hours::jsonb,
                   :capacities::jsonb, :note, :heardAt, :marks, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    CrossingDayStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// What one originator says of one crossing's day.
    record Row(String crossing, LocalDate day, CrossingDaySaid said) {}

    /// @param crossing null for all of them
    /// @param until the last day, included
    List<Row> days(
            Sight sight, Cut cut, @Nullable String crossing, LocalDate from, LocalDate until) {
        return sql.sql(DAYS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("crossing", crossing)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row(row, sight))
                .list();
    }

    private Row row(ResultSet row, Sight sight) throws SQLException {
        int label = row.getInt("label");
        boolean coarse = sight.shows(label, FieldClass.COARSE);
        boolean operational = sight.shows(label, FieldClass.OPERATIONAL);
        return new Row(
                row.getString("crossing"),
                row.getObject("day", LocalDate.class),
                new CrossingDaySaid(
                        row.getString("originator"),
                        row.getLong("known_from"),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("revised"),
                        List.of((String[]) row.getArray("marks").getArray()),
                        read(coarse, row.getString("openings"), OPENINGS),
                        read(operational, row.getString("hours"), HOURS),
                        read(operational, row.getString("capacities"), CAPACITIES),
                        operational ? row.getString("note") : null));
    }

    private <T> @Nullable T read(boolean shown, @Nullable String text, TypeReference<T> type) {
        return shown && text != null ? json.readValue(text, type) : null;
    }

    void save(Entry<CrossingDayReported> entry) {
        var said = entry.body();
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("crossing", said.crossing())
                .param("day", said.day())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("crossing", said.crossing())
                .param("day", said.day())
                .param("originator", entry.originator().value())
                .param("openings", json.writeValueAsString(said.openings()))
                .param("hours", text(said.hours()))
                .param("capacities", text(said.capacities()))
                .param("note", said.note())
                .param("heardAt", entry.heardAt().atOffset(UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    private @Nullable String text(@Nullable Object said) {
        return said == null ? null : json.writeValueAsString(said);
    }
}
