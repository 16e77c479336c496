package org.parley.hub.release;

import java.time.Instant;
import java.time.ZoneOffset;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Exports that two people agreed to.
@Repository
class ExportStore {

    private static final String DRAWN =
            """
            SELECT EXISTS (
                SELECT FROM state.export_drawn
                 WHERE operation = :operation AND originator = :originator AND what = :what
                   AND at > :since AND known_from < :size AND known_until >= :size
                   AND label = ANY(:labels))
            """;

    private static final String ADD =
            """
            INSERT INTO state.export_drawn (operation, originator, what, at, label, known_from)
            VALUES (:operation, :originator, :what, :at, :label, :index)
            """;

    private final JdbcClient sql;

    ExportStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether the reader's organisation said so since then.
    boolean isDrawn(Sight sight, Cut now, String what, Instant since) {
        return sql.sql(DRAWN)
                .param("operation", now.operation().value())
                .param("originator", sight.reader().organisation().value())
                .param("what", what)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("size", now.size())
                .param("labels", sight.labels())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void add(Entry<ExportDrawn> entry) {
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("what", entry.body().what())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
