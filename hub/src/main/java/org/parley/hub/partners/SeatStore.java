package org.parley.hub.partners;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Seats and registrations: one row for each thing said, none of them replaced.
@Repository
class SeatStore {

    private static final String KNOWN =
            " AND known_from < :size AND known_until >= :size AND label = ANY(:labels) ";

    private static final String SEATS =
            """
            SELECT partner, stage, on_day, headcount, approximate, originator, label, known_from
              FROM state.seat
             WHERE operation = :operation"""
                    + KNOWN
                    + "ORDER BY partner, on_day, known_from";

    private static final String ADD_SEAT =
            """
            INSERT INTO state.seat (operation, partner, originator, stage, on_day, headcount,
                   approximate, label, known_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REGISTRATIONS =
            """
            SELECT partner, authority, status, since, reason, originator, label, known_from
              FROM state.registration
             WHERE operation = :operation"""
                    + KNOWN
                    + "ORDER BY partner, authority, known_from DESC";

    private static final String REPLACE_REGISTRATION =
            """
            UPDATE state.registration SET known_until = :index
             WHERE operation = :operation AND partner = :partner AND authority = :authority
               AND originator = :originator AND known_until = 9223372036854775807
            """;

    private static final String ADD_REGISTRATION =
            """
            INSERT INTO state.registration (operation, partner, authority, originator, status,
                   since, reason, label, known_from)
            VALUES (:operation, :partner, :authority, :originator, :status, :since, :reason,
                   :label, :index)
            """;

    private final JdbcClient sql;
    private final JdbcTemplate template;

    SeatStore(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    List<SeatView> seats(Sight sight, Cut cut) {
        return sql.sql(SEATS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                SeatView.of(
                                        row.getString("partner"),
                                        row.getString("stage"),
                                        row.getObject("on_day", LocalDate.class),
                                        row.getObject("headcount", Integer.class),
                                        row.getBoolean("approximate"),
                                        row.getString("originator"),
                                        row.getLong("known_from"),
                                        sight.of(row.getInt("label"))))
                .list();
    }

    void addSeats(List<Entry<SeatReported>> entries) {
        template.batchUpdate(ADD_SEAT, entries.stream().map(SeatStore::row).toList());
    }

    private static @Nullable Object[] row(Entry<SeatReported> entry) {
        var said = entry.body();
        return new @Nullable Object[] {
            entry.operation().value(),
            said.partner().value(),
            entry.originator().value(),
            said.stage().code(),
            said.on(),
            said.headcount(),
            said.approximate(),
            entry.label(),
            entry.index()
        };
    }

    List<RegistrationView> registrations(Sight sight, Cut cut) {
        return sql.sql(REGISTRATIONS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                RegistrationView.of(
                                        row.getString("partner"),
                                        row.getString("authority"),
                                        row.getString("status"),
                                        row.getObject("since", LocalDate.class),
                                        row.getString("reason"),
                                        row.getString("originator"),
                                        row.getLong("known_from"),
                                        sight.of(row.getInt("label"))))
                .list();
    }

    void addRegistration(Entry<RegistrationReported> entry) {
        var said = entry.body();
        sql.sql(REPLACE_REGISTRATION)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("authority", said.authority().value())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        sql.sql(ADD_REGISTRATION)
                .param("operation", entry.operation().value())
                .param("partner", said.partner().value())
                .param("authority", said.authority().value())
                .param("originator", entry.originator().value())
                .param("status", said.status().code())
                .param("since", said.since())
                .param("reason", said.reason())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
