package org.parley.hub.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Working areas in versions, and what lies in them.
@Repository
class WorkingAreaStore {

    private static final String LIST =
            """
            SELECT organisation, area, from_day, until_day, known_from
              FROM state.working_area
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
             ORDER BY known_from
            """;

    // Who describes areas widens nothing of their own: only what the first of the others said of
    // what an area lies in counts.
    private static final String REACHED =
            """
            WITH RECURSIVE told AS (
                SELECT DISTINCT ON (place) place, area FROM state.place
                 WHERE operation = :operation AND what = 'area' AND originator <> :organisation
                   AND label = ANY(:labels) AND known_until = 9223372036854775807
                 ORDER BY place, first_said),
            inwards(area) AS (
                SELECT area FROM state.working_area
                 WHERE operation = :operation AND organisation = :organisation
                   AND label = ANY(:labels) AND known_until = 9223372036854775807
                   AND :day BETWEEN from_day AND until_day
                UNION
                SELECT told.place FROM told JOIN inwards ON told.area = inwards.area)
            SELECT area FROM inwards
            """;

    private static final String END =
            """
            UPDATE state.working_area SET known_until = :index
             WHERE operation = :operation AND organisation = :organisation AND area = :area
               AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.working_area
                   (operation, organisation, area, from_day, until_day, label, known_from)
            VALUES (:operation, :organisation, :area, :from, :until, :label, :index)
            """;

    private final JdbcClient sql;

    WorkingAreaStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<WorkingAreaView> list(Sight sight, Cut cut) {
        return sql.sql(LIST)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .query(
                        (row, _) ->
                                new WorkingAreaView(
                                        row.getString("organisation"),
                                        row.getString("area"),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("until_day", LocalDate.class),
                                        row.getLong("known_from")))
                .list();
    }

    /// The areas that the reader's organisation works in on that day, and all that lie in them, as
    /// the log stands: whose days are over pulls nothing of the past either.
    Set<String> reached(Sight sight, LocalDate day) {
        return new TreeSet<>(
                sql.sql(REACHED)
                        .param("operation", sight.reader().operation().value())
                        .param("organisation", sight.reader().organisation().value())
                        .param("labels", sight.labels())
                        .param("day", day)
                        .query(String.class)
                        .list());
    }

    void save(Entry<WorkingAreaDeclared> entry) {
        var said = entry.body();
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("organisation", entry.originator().value())
                .param("area", said.area())
                .param("index", entry.index())
                .update();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("organisation", entry.originator().value())
                .param("area", said.area())
                .param("from", said.from())
                .param("until", said.until())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
