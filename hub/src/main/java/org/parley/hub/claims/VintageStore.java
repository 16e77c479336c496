package org.parley.hub.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Vintages of registers in PostgreSQL.
@Repository
class VintageStore {

    /// A vintage as it stands. `counts` is null until it is closed.
    record Kept(
            String originator,
            String source,
            String vintage,
            LocalDate asOf,
            boolean whole,
            String file,
            String addressed,
            long opened,
            @Nullable Long closed,
            @Nullable VintageClosed counts,
            List<String> marks,
            int label) {}

    private static final String COLUMNS =
            """
            SELECT originator, source, vintage, as_of, whole, file, addressed, opened, closed,
                   counts::text, marks, label
              FROM state.vintage
            """;

    private static final String CURRENT =
            COLUMNS
                    + """
                       WHERE operation = :operation AND originator = :originator
                         AND source = :source AND known_until = 9223372036854775807
                       ORDER BY opened
                      """;

    private static final String KNOWN =
            COLUMNS
                    + """
                       WHERE operation = :operation AND label = ANY(:labels)
                         AND known_from < :size AND known_until >= :size
                       ORDER BY source, originator, opened
                      """;

    private static final String END =
            """
            UPDATE state.vintage SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND source = :source
               AND vintage = :vintage AND known_until = 9223372036854775807
            """;

    private static final String OPEN =
            """
            INSERT INTO state.vintage (operation, originator, source, vintage, as_of, whole, file,
                   addressed, opened, marks, label, known_from)
            VALUES (:operation, :originator, :source, :vintage, :asOf, :whole, :file,
                   :addressed, :index, :marks, :label, :index)
            """;

    private static final String CLOSE =
            """
            WITH ended AS (
                UPDATE state.vintage SET known_until = :index
                 WHERE operation = :operation AND originator = :originator AND source = :source
                   AND vintage = :vintage AND known_until = 9223372036854775807
                RETURNING *)
            INSERT INTO state.vintage (operation, originator, source, vintage, as_of, whole, file,
                   addressed, opened, closed, counts, marks, label, known_from)
            SELECT operation, originator, source, vintage, as_of, whole, file,
                   addressed, opened, :index, :counts::jsonb, marks, label, :index FROM ended
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    VintageStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// All vintages of a register as they stand at the end of the log, for deciding.
    List<Kept> current(OperationId operation, PartnerId originator, String source) {
        return sql.sql(CURRENT)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("source", source)
                .query(this::kept)
                .list();
    }

    List<Kept> list(Sight sight, Cut cut) {
        return sql.sql(KNOWN)
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .query(this::kept)
                .list();
    }

    void open(Entry<VintageOpened> entry) {
        var body = entry.body();
        sql.sql(END)
                .param("index", entry.index())
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("source", body.source())
                .param("vintage", body.vintage())
                .update();
        sql.sql(OPEN)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("source", body.source())
                .param("vintage", body.vintage())
                .param("asOf", body.asOf())
                .param("whole", body.whole())
                .param("file", body.file())
                .param("addressed", entry.addressed().toString())
                .param("marks", entry.marks().toArray(String[]::new))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    void close(Entry<VintageClosed> entry) {
        sql.sql(CLOSE)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("source", entry.body().source())
                .param("vintage", entry.body().vintage())
                .param("counts", json.writeValueAsString(entry.body()))
                .param("index", entry.index())
                .update();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var counts = row.getString("counts");
        return new Kept(
                row.getString("originator"),
                row.getString("source"),
                row.getString("vintage"),
                row.getObject("as_of", LocalDate.class),
                row.getBoolean("whole"),
                row.getString("file"),
                row.getString("addressed"),
                row.getLong("opened"),
                row.getObject("closed", Long.class),
                counts == null ? null : json.readValue(counts, VintageClosed.class),
                List.of((String[]) row.getArray("marks").getArray()),
                row.getInt("label"));
    }
}
