package org.parley.hub.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What operations state about how long they keep what.
@Repository
class PeriodStore {

    private static final String IN_FORCE =
            """
            SELECT rule, days FROM state.retention_period
             WHERE operation = :operation AND known_until = 9223372036854775807
            """;

    private static final String ENDED =
            """
            SELECT ended_on FROM state.agreement_end
             WHERE operation = :operation AND known_until = 9223372036854775807
            """;

    // All that was ever stated, the newest first.
    private static final String STATED =
            """
            SELECT rule, days, before, purpose, originator, at, known_from
              FROM state.retention_period
             WHERE operation = :operation AND label = ANY(:labels) AND known_from < :size
             ORDER BY known_from DESC
            """;

    private static final String ENDED_AT =
            """
            SELECT ended_on FROM state.agreement_end
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
            """;

    private static final String CLOSE =
            """
            UPDATE state.retention_period SET known_until = :index
             WHERE operation = :operation AND rule = :rule AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.retention_period (operation, rule, days, before, purpose, originator,
                   statement, at, label, known_from)
            VALUES (:operation, :rule, :days, :before, :purpose, :originator, :statement, :at,
                   :label, :index)
            """;

    private static final String CLOSE_END =
            """
            UPDATE state.agreement_end SET known_until = :index
             WHERE operation = :operation AND known_until = 9223372036854775807
            """;

    private static final String ADD_END =
            """
            INSERT INTO state.agreement_end (operation, ended_on, originator, at, label, known_from)
            VALUES (:operation, :on, :originator, :at, :label, :index)
            """;

    private final JdbcClient sql;
    private final JdbcClient keeper;

    PeriodStore(JdbcClient sql, @Qualifier("keeper") JdbcClient keeper) {
        this.sql = sql;
        this.keeper = keeper;
    }

    /// A period that was stated.
    record Stated(
            Kept kept, int days, int before, String purpose, String by, Instant at, long index) {}

    /// How long each is kept now.
    Periods inForce(OperationId operation) {
        var days = new EnumMap<Kept, Integer>(Kept.class);
        keeper.sql(IN_FORCE)
                .param("operation", operation.value())
                .query(
                        row -> {
                            days.put(Kept.of(row.getString("rule")), row.getInt("days"));
                        });
        return new Periods(days);
    }

    Optional<LocalDate> ended(OperationId operation) {
        return keeper.sql(ENDED)
                .param("operation", operation.value())
                .query(LocalDate.class)
                .optional();
    }

    List<Stated> stated(Sight sight, Cut cut) {
        return sql.sql(STATED)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .query(
                        (row, _) ->
                                new Stated(
                                        Kept.of(row.getString("rule")),
                                        row.getInt("days"),
                                        row.getInt("before"),
                                        row.getString("purpose"),
                                        row.getString("originator"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getLong("known_from")))
                .list();
    }

    @Nullable LocalDate ended(Sight sight, Cut cut) {
        return sql.sql(ENDED_AT)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    void set(Entry<PeriodSet> entry) {
        var said = entry.body();
        int before = inForce(entry.operation()).days(said.kept());
        sql.sql(CLOSE)
                .param("operation", entry.operation().value())
                .param("rule", said.keeps())
                .param("index", entry.index())
                .update();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("rule", said.keeps())
                .param("days", said.days())
                .param("before", before)
                .param("purpose", said.purpose())
                .param("originator", entry.originator().value())
                .param("statement", entry.id().value())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    void end(Entry<AgreementEnded> entry) {
        sql.sql(CLOSE_END)
                .param("operation", entry.operation().value())
                .param("index", entry.index())
                .update();
        sql.sql(ADD_END)
                .param("operation", entry.operation().value())
                .param("on", entry.body().on())
                .param("originator", entry.originator().value())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
