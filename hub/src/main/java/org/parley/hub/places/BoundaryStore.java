package org.parley.hub.places;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Boundaries in PostgreSQL, one row a version: by the day from which they hold, and by the
/// journal's index.
@Repository
class BoundaryStore {

    private static final String COLUMNS =
            """
            area, valid_from, source, attribution, tolerance_metres, outline, originator, label,
            known_from
              FROM state.boundary
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
            """;

    private static final String OF_AREA =
            "SELECT " + COLUMNS + " AND area = :area ORDER BY valid_from DESC, known_from";

    private static final String ON_DAY =
            "SELECT * FROM (SELECT DISTINCT ON (area, originator) "
                    + COLUMNS
                    + " AND valid_from <= :day ORDER BY area, originator, valid_from DESC) held"
                    + " ORDER BY area, known_from";

    private static final String END =
            """
            UPDATE state.boundary SET known_until = :index
             WHERE operation = :operation AND area = :area AND originator = :originator
               AND valid_from = :validFrom AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.boundary (operation, area, originator, valid_from, source,
                   attribution, tolerance_metres, outline, outline_hash, west, south, east, north,
                   label, known_from)
            VALUES (:operation, :area, :originator, :validFrom, :source, :attribution, :tolerance,
                   :outline, :hash, :west, :south, :east, :north, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    BoundaryStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// All versions of an area's boundary, the latest to hold first.
    List<BoundaryView> of(Sight sight, Cut cut, String area) {
        return known(OF_AREA, sight, cut)
                .param("area", area)
                .query((row, _) -> view(row, sight))
                .list();
    }

    /// For each area, the boundary of each originator that holds on a day.
    List<BoundaryView> on(Sight sight, Cut cut, LocalDate day) {
        return known(ON_DAY, sight, cut)
                .param("day", day)
                .query((row, _) -> view(row, sight))
                .list();
    }

    private JdbcClient.StatementSpec known(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels());
    }

    private BoundaryView view(ResultSet row, Sight sight) throws SQLException {
        return new BoundaryView(
                row.getString("area"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                row.getString("attribution"),
                row.getObject("tolerance_metres", Integer.class),
                sight.shows(row.getInt("label"), FieldClass.COARSE)
                        ? json.readValue(row.getString("outline"), Outline.class)
                        : null,
                row.getString("originator"),
                row.getLong("known_from"));
    }

    void save(Entry<BoundaryDrawn> entry) {
        var said = entry.body();
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("area", said.area())
                .param("originator", entry.originator().value())
                .param("validFrom", said.validFrom())
                .param("index", entry.index())
                .update();
        var outline = json.writeValueAsString(said.outline());
        var box = Nearness.widened(said.outline().geometry(), said.toleranceMetres());
        @Nullable Integer tolerance = said.toleranceMetres();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("area", said.area())
                .param("originator", entry.originator().value())
                .param("validFrom", said.validFrom())
                .param("source", said.source())
                .param("attribution", said.attribution())
                .param("tolerance", tolerance)
                .param("outline", outline)
                .param("hash", hash(outline))
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    private static String hash(String outline) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(outline.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
