package org.parley.hub.claims;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads observed rows: lists, totals, what is odd and what was revised. Rows are of class F2.
@Repository
class RegisterStore {

    private static final String REGISTER =
            " WHERE operation = :operation AND originator = :originator AND source = :source"
                    + " AND label = ANY(:labels)";
    private static final String KNOWN =
            REGISTER + " AND known_from < :size AND known_until >= :size";

    private static final String ODD =
            "SELECT flag, count(*) FROM state.observation, unnest(flags) AS flag"
                    + KNOWN
                    + " GROUP BY flag ORDER BY flag";

    private static final String SPELLINGS =
            "SELECT donor, count(*) FROM state.observation"
                    + KNOWN
                    + " AND donor IS NOT NULL GROUP BY donor ORDER BY donor";

    private static final String COVERAGE =
            """
            SELECT count(*), count(DISTINCT event_date), min(event_date), max(event_date),
                   coalesce(max(event_date) - min(event_date) + 1, 0)
              FROM state.observation
            """
                    + KNOWN;

    private static final String COLUMNS =
            """
            SELECT row_key, vintage, event_date, place, category, quantity, unit, assistance, donor,
                   destination, description, flags, known_from, known_until
              FROM state.observation
            """;

    private static final String ROWS =
            COLUMNS
                    + KNOWN
                    + """
                       AND (:flag::text IS NULL OR :flag = ANY(flags))
                       AND (:month::text IS NULL OR to_char(event_date, 'YYYY-MM') = :month)
                       AND (:place::text IS NULL OR place = :place)
                       AND row_key > :after
                      ORDER BY row_key LIMIT :limit
                      """;

    private static final String VERSIONS =
            COLUMNS + REGISTER + " AND known_from < :size AND row_key = :key ORDER BY known_from";

    private static final String REVISIONS =
            """
            WITH before AS (
                SELECT row_key, known_from, event_date FROM state.observation
                 WHERE operation = :operation AND originator = :originator AND source = :source
                   AND label = ANY(:labels) AND known_from < :earlier AND known_until >= :earlier),
            after AS (
                SELECT row_key, known_from, event_date FROM state.observation
                 WHERE operation = :operation AND originator = :originator AND source = :source
                   AND label = ANY(:labels) AND known_from < :size AND known_until >= :size)
            SELECT count(b.row_key), count(a.row_key),
                   count(*) FILTER (WHERE b.row_key IS NULL),
                   count(*) FILTER (WHERE a.known_from <> b.known_from),
                   count(*) FILTER (WHERE a.row_key IS NULL),
                   count(*) FILTER (WHERE b.row_key IS NULL
                       AND a.event_date <= (SELECT max(event_date) FROM before))
              FROM before b FULL JOIN after a ON a.row_key = b.row_key
            """;

    private final JdbcClient sql;

    RegisterStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<TotalView> totals(Sight sight, Cut cut, RegisterId register, List<TotalsBy> by) {
        var names = by.stream().map(TotalsBy::expression).collect(Collectors.joining(", "));
        var group = by.isEmpty() ? "" : " GROUP BY " + names + " ORDER BY " + names;
        var query =
                "SELECT count(*), coalesce(sum(quantity), 0), count(*) FILTER (WHERE flags <> '{}')"
                        + (by.isEmpty() ? "" : ", " + names)
                        + " FROM state.observation"
                        + KNOWN
                        + group;
        return known(query, sight, cut, register).query((row, _) -> total(row, by.size())).list();
    }

    private static TotalView total(ResultSet row, int names) throws SQLException {
        var of = new ArrayList<String>(names);
        for (int i = 0; i < names; i++) {
            of.add(row.getString(4 + i));
        }
        var quantity = row.getBigDecimal(2);
        return new TotalView(
                List.copyOf(of),
                row.getLong(1),
                quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros(),
                row.getLong(3));
    }

    List<OddView> odd(Sight sight, Cut cut, RegisterId register) {
        return known(ODD, sight, cut, register)
                .query((row, _) -> new OddView(row.getString(1), row.getLong(2)))
                .list();
    }

    List<SpellingView> spellings(Sight sight, Cut cut, RegisterId register) {
        return known(SPELLINGS, sight, cut, register)
                .query((row, _) -> new SpellingView(row.getString(1), row.getLong(2)))
                .list();
    }

    /// The rows that are known, then their coverage.
    record Covered(long rows, CoverageView coverage) {}

    Covered coverage(Sight sight, Cut cut, RegisterId register, boolean receiving) {
        return known(COVERAGE, sight, cut, register)
                .query(
                        (row, _) ->
                                new Covered(
                                        row.getLong(1),
                                        new CoverageView(
                                                row.getLong(2),
                                                row.getLong(5),
                                                row.getObject(3, LocalDate.class),
                                                row.getObject(4, LocalDate.class),
                                                receiving)))
                .single();
    }

    List<RowView> rows(
            Sight sight, Cut cut, RegisterId register, RowFilter filter, String after, int limit) {
        return known(ROWS, sight, cut, register)
                .param("flag", filter.flag())
                .param("month", filter.month())
                .param("place", filter.place())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row(row, cut))
                .list();
    }

    /// All versions of one row that were known by then, the oldest first.
    List<RowView> versions(Sight sight, Cut cut, RegisterId register, String key) {
        return known(VERSIONS, sight, cut, register)
                .param("key", key)
                .query((row, _) -> row(row, cut))
                .list();
    }

    RevisionsView revisions(Sight sight, Cut earlier, Cut later, RegisterId register) {
        return known(REVISIONS, sight, later, register)
                .param("earlier", earlier.size())
                .query((row, _) -> revisions(row))
                .single();
    }

    static RevisionsView revisions(ResultSet row) throws SQLException {
        return new RevisionsView(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    private JdbcClient.StatementSpec known(
            String query, Sight sight, Cut cut, RegisterId register) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("originator", register.originator())
                .param("source", register.source())
                .param("labels", sight.labels(FieldClass.OPERATIONAL))
                .param("size", cut.size());
    }

    private static RowView row(ResultSet row, Cut cut) throws SQLException {
        var quantity = row.getBigDecimal("quantity");
        long until = row.getLong("known_until");
        return new RowView(
                row.getString("row_key"),
                row.getString("vintage"),
                row.getObject("event_date", LocalDate.class),
                row.getString("place"),
                row.getString("category"),
                quantity == null ? null : quantity.toPlainString(),
                row.getString("unit"),
                row.getString("assistance"),
                row.getString("donor"),
                row.getString("destination"),
                row.getString("description"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getLong("known_from"),
                replaced(until, cut));
    }

    /// When the row was replaced, unless that was not yet known at the cut.
    private static @Nullable Long replaced(long until, Cut cut) {
        return until >= cut.size() ? null : until;
    }
}
