package org.parley.hub.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is said about where a place lies, and which outlines may hold it. Always read from the
/// store, so that the writer sees what it has just written.
@Repository
class LocationStore {

    private static final String SAID =
            """
            SELECT CASE WHEN p.what = 'area' THEN p.place
                        WHEN :all OR p.label = ANY(:coarse) THEN p.area END AS area,
                   CASE WHEN :all OR p.label = ANY(:operational) THEN p.longitude END AS longitude,
                   CASE WHEN :all OR p.label = ANY(:operational) THEN p.latitude END AS latitude
              FROM state.place p
             WHERE p.operation = :operation AND p.place = :place AND p.what <> 'corridor'
               AND (:all OR p.label = ANY(:labels))
               AND p.known_from < :size AND p.known_until >= :size
            UNION ALL
            SELECT NULL, e.longitude, e.latitude
              FROM state.site_position e
             WHERE e.operation = :operation AND e.site = :place
               AND (:all OR e.label = ANY(:exact))
               AND e.known_from < :size AND e.known_until >= :size
            """;

    private static final String OUTLINES =
            """
            SELECT area, outline_hash, tolerance_metres
              FROM (SELECT DISTINCT ON (area, originator)
                           area, outline_hash, tolerance_metres, west, south, east, north
                      FROM state.boundary
                     WHERE operation = :operation AND (:all OR label = ANY(:coarse))
                       AND known_from < :size AND known_until >= :size
                       AND (:day::date IS NULL OR valid_from <= :day)
                     ORDER BY area, originator, valid_from DESC) held
             WHERE :longitude BETWEEN west AND east AND :latitude BETWEEN south AND north
            """;

    private static final String OUTLINE =
            """
            SELECT outline FROM state.boundary
             WHERE operation = :operation AND outline_hash = :hash LIMIT 1
            """;

    private static final String OUTWARDS =
            """
            WITH RECURSIVE told AS (
                SELECT place, area, level FROM state.place
                 WHERE operation = :operation AND what = 'area'
                   AND (:all OR label = ANY(:labels))
                   AND known_from < :size AND known_until >= :size),
            outwards(area) AS (
                SELECT unnest(:areas::text[])
                UNION
                SELECT told.area FROM told JOIN outwards ON told.place = outwards.area
                 WHERE told.area IS NOT NULL)
            SELECT area, (SELECT max(level) FROM told WHERE told.place = outwards.area) AS level
              FROM outwards
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    LocationStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// What one originator says of where a place lies.
    record Location(@Nullable String area, @Nullable Position position) {}

    List<Location> said(Scope scope, String place) {
        return scope.on(sql.sql(SAID)).param("place", place).query(LocationStore::location).list();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        var longitude = row.getObject("longitude", Double.class);
        return new Location(
                row.getString("area"),
                longitude == null ? null : new Position(longitude, row.getDouble("latitude")));
    }

    /// An outline whose box a point lies in.
    record Held(String area, String hash, @Nullable Integer toleranceMetres) {}

    /// The boundaries in force, one for each area and originator, whose box holds the point.
    ///
    /// @param day null for those that hold from the latest day on
    List<Held> outlines(Scope scope, Position at, @Nullable LocalDate day) {
        return scope.on(sql.sql(OUTLINES))
                .param("day", day)
                .param("longitude", at.longitude())
                .param("latitude", at.latitude())
                .query(
                        (row, _) ->
                                new Held(
                                        row.getString("area"),
                                        row.getString("outline_hash"),
                                        row.getObject("tolerance_metres", Integer.class)))
                .list();
    }

    Outline outline(OperationId operation, String hash) {
        return sql.sql(OUTLINE)
                .param("operation", operation.value())
                .param("hash", hash)
                .query((row, _) -> json.readValue(row.getString("outline"), Outline.class))
                .single();
    }

    /// @param level the deepest that anybody says; null where nobody described the area
    record Around(String area, @Nullable Integer level) {}

    /// These areas and all around them, by what anybody says of their parents.
    List<Around> outwards(Scope scope, Set<String> areas) {
        return scope.on(sql.sql(OUTWARDS))
                .param("areas", areas.toArray(String[]::new))
                .query(
                        (row, _) ->
                                new Around(
                                        row.getString("area"),
                                        row.getObject("level", Integer.class)))
                .list();
    }
}
