package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Manifests as readers see them.
@Repository
class ManifestStore {

    private static final String MANIFESTS =
            """
            SELECT m.manifest, m.originator, m.statement, m.known_from, m.heard_at, m.marks,
                   m.day, m.crossing, m.trucks, m.label
              FROM state.manifest m
             WHERE m.operation = :operation AND m.label = ANY(:labels)
               AND m.known_from < :size AND m.known_until >= :size
            """;

    private static final String LIST =
            MANIFESTS
                    + """
                       AND (:day::date IS NULL OR (m.day = :day AND m.label = ANY(:coarse)))
                       AND (:crossing::text IS NULL
                            OR (m.crossing = :crossing AND m.label = ANY(:operational)))
                       AND m.known_from < :before
                     ORDER BY m.known_from DESC
                     LIMIT :limit
                    """;

    private static final String OF_CONSIGNMENT =
            MANIFESTS
                    + """
                       AND m.label = ANY(:operational) AND EXISTS (
                           SELECT FROM state.manifest_entry e
                            WHERE e.operation = m.operation AND e.manifest = m.manifest
                              AND e.consignment = :consignment
                              AND e.known_from < :size AND e.known_until >= :size)
                     ORDER BY m.day, m.crossing, m.manifest
                    """;

    private static final String ENTRIES =
            """
            SELECT e.manifest, e.consignment, e.line, e.quantity, l.unit, l.category,
                   e.quantity * l.tonnes_per_unit AS tonnes
              FROM state.manifest_entry e
              LEFT JOIN state.consignment_line l ON l.operation = e.operation
               AND l.consignment = e.consignment AND l.line = e.line
               AND l.label = ANY(:operational)
               AND l.known_from < :size AND l.known_until >= :size
             WHERE e.operation = :operation AND e.manifest = ANY(:manifests)
               AND e.label = ANY(:operational)
               AND e.known_from < :size AND e.known_until >= :size
               AND (:consignment::text IS NULL OR e.consignment = :consignment)
             ORDER BY e.manifest, e.consignment, e.line
            """;

    private record Listed(String manifest, ManifestView.Entry entry) {}

    private final JdbcClient sql;

    ManifestStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The newest first, each with its entries.
    List<ManifestView> list(
            Sight sight,
            Cut cut,
            @Nullable LocalDate day,
            @Nullable String crossing,
            long before,
            int limit) {
        var found =
                seen(LIST, sight, cut)
                        .param("labels", sight.labels())
                        .param("coarse", sight.labels(COARSE))
                        .param("day", day)
                        .param("crossing", crossing)
                        .param("before", before)
                        .param("limit", limit)
                        .query((row, _) -> view(row, sight))
                        .list();
        return withEntries(sight, cut, found, null);
    }

    List<ManifestView> of(Sight sight, Cut cut, String consignment) {
        var found =
                seen(OF_CONSIGNMENT, sight, cut)
                        .param("labels", sight.labels())
                        .param("consignment", consignment)
                        .query((row, _) -> view(row, sight))
                        .list();
        return withEntries(sight, cut, found, consignment);
    }

    private List<ManifestView> withEntries(
            Sight sight, Cut cut, List<ManifestView> found, @Nullable String consignment) {
        var entries = new HashMap<String, List<ManifestView.Entry>>();
        seen(ENTRIES, sight, cut)
                .param(
                        "manifests",
                        found.stream().map(ManifestView::manifest).toArray(String[]::new))
                .param("consignment", consignment)
                .query(
                        (row, _) ->
                                new Listed(
                                        row.getString("manifest"),
                                        new ManifestView.Entry(
                                                row.getString("consignment"),
                                                row.getString("line"),
                                                Rows.plain(row.getBigDecimal("quantity")),
                                                row.getString("unit"),
                                                row.getString("category"),
                                                Rows.amount(row, "tonnes"))))
                .list()
                .forEach(
                        listed ->
                                entries.computeIfAbsent(listed.manifest(), _ -> new ArrayList<>())
                                        .add(listed.entry()));
        return found.stream()
                .map(view -> view.with(entries.getOrDefault(view.manifest(), List.of())))
                .toList();
    }

    private static ManifestView view(ResultSet row, Sight sight) throws SQLException {
        int label = row.getInt("label");
        boolean full = sight.shows(label, OPERATIONAL);
        return new ManifestView(
                row.getString("manifest"),
                row.getString("originator"),
                row.getString("statement"),
                row.getLong("known_from"),
                Rows.given(row, "heard_at"),
                Rows.texts(row, "marks"),
                sight.shows(label, COARSE) ? row.getObject("day", LocalDate.class) : null,
                full ? row.getString("crossing") : null,
                full ? row.getObject("trucks", Integer.class) : null,
                full ? List.of() : null);
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL));
    }
}
