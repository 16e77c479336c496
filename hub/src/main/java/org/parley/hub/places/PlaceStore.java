package org.parley.hub.places;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.names.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is said of places, in versions by the journal's index. Where sites lie is in a table of its
/// own, joined only under labels that show exact fields.
@Repository
class PlaceStore {

    private static final TypeReference<Map<String, String>> CODES = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            SELECT p.what, p.place, p.kind, p.names::text, p.area, p.level, p.pcode, p.zone,
                   p.codes::text, p.stops, p.longitude, p.latitude, p.until_day, p.source,
                   p.originator, p.label, p.known_from,
            """;

    private static final String KNOWN =
            """
             WHERE p.operation = :operation AND p.what = :what AND p.label = ANY(:labels)
               AND p.known_from < :size AND p.known_until >= :size
            """;

    private static final String ORDER = " ORDER BY p.place, p.first_said";

    private static final String LIST =
            COLUMNS
                    + " NULL::float8 AS exact_longitude, NULL::float8 AS exact_latitude"
                    + " FROM state.place p"
                    + KNOWN
                    + " AND (:place::text IS NULL OR p.place = :place)"
                    + ORDER;

    private static final String SITES =
            COLUMNS
                    + """
                        e.longitude AS exact_longitude, e.latitude AS exact_latitude
                       FROM state.place p
                       LEFT JOIN state.site_position e
                         ON e.operation = p.operation AND e.site = p.place
                        AND e.originator = p.originator AND e.label = ANY(:exact)
                        AND e.known_from < :size AND e.known_until >= :size
                      """
                    + KNOWN
                    + """
                        AND p.place IN (
                            SELECT DISTINCT p.place FROM state.place p
                      """
                    + KNOWN
                    + """
                              AND (:place::text IS NULL OR p.place = :place)
                              AND (:kind::text IS NULL
                                   OR (p.kind = :kind AND p.label = ANY(:coarse)))
                              AND p.place > :after
                            ORDER BY p.place LIMIT :limit)
                      """
                    + ORDER;

    private static final String NAMES =
            """
            SELECT DISTINCT ON (place) place, names::text FROM state.place
             WHERE operation = :operation
               AND label = ANY(CASE what WHEN 'site' THEN :coarse::int[] ELSE :labels::int[] END)
               AND known_from < :size AND known_until >= :size
             ORDER BY place, first_said
            """;

    private static final String EXISTS =
            """
            SELECT EXISTS (SELECT FROM state.place
                            WHERE operation = :operation AND place = :place
                              AND what = ANY(:what)
                              AND known_until = 9223372036854775807)
            """;

    private static final String P_CODE_TAKEN =
            """
            SELECT EXISTS (SELECT FROM state.place
                            WHERE operation = :operation AND pcode = :pcode AND place <> :place
                              AND known_until = 9223372036854775807)
            """;

    private static final String END =
            """
            UPDATE state.place SET known_until = :index
             WHERE operation = :operation AND what = :what AND place = :place
               AND originator = :originator AND known_until = 9223372036854775807
            """;

    private static final String ADD =
            """
            INSERT INTO state.place (operation, place, what, originator, first_said, kind, names,
                   area, level, pcode, zone, codes, stops, longitude, latitude, until_day, source,
                   label, known_from)
            VALUES (:operation, :place, :what, :originator,
                   coalesce((SELECT min(first_said) FROM state.place
                              WHERE operation = :operation AND what = :what AND place = :place
                                AND originator = :originator), :index),
                   :kind, :names::jsonb, :area, :level, :pcode, :zone, :codes::jsonb,
                   :stops::text[], :longitude, :latitude, :until, :source, :label, :index)
            """;

    private static final String END_POSITION =
            """
            UPDATE state.site_position SET known_until = :index
             WHERE operation = :operation AND site = :site AND originator = :originator
               AND known_until = 9223372036854775807
            """;

    private static final String ADD_POSITION =
            """
            INSERT INTO state.site_position
                   (operation, site, originator, longitude, latitude, label, known_from)
            VALUES (:operation, :site, :originator, :longitude, :latitude, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    PlaceStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Areas, crossings or corridors by id, or the one of that id.
    List<DescribedRow> list(Sight sight, Cut cut, What what, @Nullable String place) {
        return sql.sql(LIST)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("what", what.code())
                .param("place", place)
                .query((row, _) -> row(row, sight))
                .list();
    }

    /// Which sites somebody asks for.
    ///
    /// @param place the one of that id
    /// @param kind only these; readers who may not see a site's kind do not find it by kind
    /// @param after only those whose id is greater
    /// @param exact whether where they lie is wanted
    record SitesAsked(
            @Nullable String place,
            @Nullable String kind,
            String after,
            int limit,
            boolean exact) {}

    List<DescribedRow> sites(Sight sight, Cut cut, SitesAsked asked) {
        return sql.sql(SITES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("coarse", sight.labels(FieldClass.COARSE))
                .param("exact", asked.exact() ? sight.labels(FieldClass.EXACT) : new Integer[0])
                .param("what", What.SITE.code())
                .param("place", asked.place())
                .param("kind", asked.kind())
                .param("after", asked.after())
                .param("limit", asked.limit())
                .query((row, _) -> row(row, sight))
                .list();
    }

    record Named(String place, Names names) {}

    List<Named> names(Sight sight, Cut cut) {
        return sql.sql(NAMES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("coarse", sight.labels(FieldClass.COARSE))
                .query(
                        (row, _) ->
                                new Named(
                                        row.getString("place"),
                                        json.readValue(row.getString("names"), Names.class)))
                .list();
    }

    private DescribedRow row(ResultSet row, Sight sight) throws SQLException {
        return new DescribedRow(
                said(row),
                position(row, "exact_longitude", "exact_latitude"),
                row.getString("originator"),
                row.getLong("known_from"),
                sight.of(row.getInt("label")),
                null);
    }

    private Described said(ResultSet row) throws SQLException {
        var codes = row.getString("codes");
        var stops = row.getArray("stops");
        return new Described(
                What.of(row.getString("what")),
                row.getString("place"),
                row.getString("kind"),
                json.readValue(row.getString("names"), Names.class),
                row.getString("area"),
                row.getObject("level", Integer.class),
                row.getString("pcode"),
                row.getString("zone"),
                codes == null ? null : json.readValue(codes, CODES),
                stops == null ? null : List.of((String[]) requireNonNull(stops.getArray())),
                position(row, "longitude", "latitude"),
                row.getObject("until_day", LocalDate.class),
                row.getString("source"));
    }

    private static @Nullable Position position(ResultSet row, String longitude, String latitude)
            throws SQLException {
        var east = row.getObject(longitude, Double.class);
        return east == null ? null : new Position(east, row.getDouble(latitude));
    }

    /// Whether somebody described such a place, as the log stands.
    boolean exists(OperationId operation, String place, What... kinds) {
        return sql.sql(EXISTS)
                .param("operation", operation.value())
                .param("place", place)
                .param("what", List.of(kinds).stream().map(What::code).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /// Whether another area has this P-code, as the log stands.
    boolean pCodeTaken(OperationId operation, String pcode, String area) {
        return sql.sql(P_CODE_TAKEN)
                .param("operation", operation.value())
                .param("pcode", pcode)
                .param("place", area)
                .query(Boolean.class)
                .single();
    }

    void save(Entry<?> entry, Described said) {
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("what", said.what().code())
                .param("place", said.place())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        var at = said.position();
        var stops = said.stops();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("what", said.what().code())
                .param("place", said.place())
                .param("originator", entry.originator().value())
                .param("kind", said.kind())
                .param("names", json.writeValueAsString(said.names()))
                .param("area", said.area())
                .param("level", said.level())
                .param("pcode", said.pcode())
                .param("zone", said.zone())
                .param("codes", said.codes() == null ? null : json.writeValueAsString(said.codes()))
                .param("stops", stops == null ? null : stops.toArray(String[]::new))
                .param("longitude", at == null ? null : at.longitude())
                .param("latitude", at == null ? null : at.latitude())
                .param("until", said.until())
                .param("source", said.source())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    /// Keeps where a site lies, or that its originator no longer says.
    void savePosition(Entry<SiteDescribed> entry) {
        sql.sql(END_POSITION)
                .param("operation", entry.operation().value())
                .param("site", entry.body().site())
                .param("originator", entry.originator().value())
                .param("index", entry.index())
                .update();
        var at = entry.body().position();
        if (at != null) {
            sql.sql(ADD_POSITION)
                    .param("operation", entry.operation().value())
                    .param("site", entry.body().site())
                    .param("originator", entry.originator().value())
                    .param("longitude", at.longitude())
                    .param("latitude", at.latitude())
                    .param("label", entry.label())
                    .param("index", entry.index())
                    .update();
        }
    }
}
