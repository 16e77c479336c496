package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.quantity.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much took each step, kind by kind.
@Repository
class FunnelStore {

    private static final String BY_UNIT = byUnit();
    private static final String BY_CONSIGNMENT = byConsignment();

    private static final String SOURCES =
            """
            SELECT DISTINCT kind, type, step, originator FROM state.flow_event
             WHERE operation = :operation AND label = ANY(:operational) AND kind IS NOT NULL
               AND known_from < :size AND known_until >= :size
             ORDER BY kind, type, step, originator
            """;

    private static String byUnit() {
        var columns = new StringBuilder();
        FlowSums.STEPS.forEach(
                (step, column) ->
                        columns.append(
                                """
                                , sum(%1$s) AS "%2$s"
                                , sum(%1$s * tonnes_per_unit) AS "%2$s tonnes"
                                , count(*) FILTER (WHERE %1$s > 0) AS "%2$s lines"
                                , count(tonnes_per_unit) FILTER (WHERE %1$s > 0) AS "%2$s weighed"
                                """
                                        .formatted(column, step)));
        return FlowSums.LINES
                + "SELECT kind, unit, count(*) AS lines"
                + columns
                + " FROM lines GROUP BY kind, unit ORDER BY kind, unit";
    }

    private static String byConsignment() {
        var flags = new StringBuilder();
        var counts = new StringBuilder();
        FlowSums.STEPS.forEach(
                (step, column) -> {
                    flags.append(", bool_or(%s > 0) AS \"%s\"".formatted(column, step));
                    counts.append(", count(*) FILTER (WHERE \"%1$s\") AS \"%1$s\"".formatted(step));
                });
        return FlowSums.LINES
                + "SELECT kind"
                + counts
                + " FROM (SELECT kind, consignment"
                + flags
                + " FROM lines GROUP BY kind, consignment) AS whole GROUP BY kind ORDER BY kind";
    }

    /// @param lines that have some of the step, of `all`
    /// @param weighed those of them whose weight is known
    record UnitSum(
            String kind,
            Unit unit,
            String step,
            BigDecimal amount,
            BigDecimal tonnes,
            long lines,
            long weighed,
            long all) {}

    record Count(String kind, String step, long consignments) {}

    record Source(String kind, String type, @Nullable String step, String originator) {}

    private final JdbcClient sql;

    FunnelStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<UnitSum> sums(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return FlowSums.asked(sql.sql(BY_UNIT), sight, cut, kind)
                .query((row, _) -> unitSums(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<UnitSum> unitSums(ResultSet row) throws SQLException {
        var all = new ArrayList<UnitSum>();
        for (var step : FlowSums.STEPS.keySet()) {
            var tonnes = row.getBigDecimal(step + " tonnes");
            all.add(
                    new UnitSum(
                            row.getString("kind"),
                            Unit.valueOf(row.getString("unit")),
                            step,
                            row.getBigDecimal(step),
                            tonnes == null ? BigDecimal.ZERO : tonnes,
                            row.getLong(step + " lines"),
                            row.getLong(step + " weighed"),
                            row.getLong("lines")));
        }
        return all;
    }

    List<Count> counts(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return FlowSums.asked(sql.sql(BY_CONSIGNMENT), sight, cut, kind)
                .query(
                        (row, _) -> {
                            var all = new ArrayList<Count>();
                            for (var step : FlowSums.STEPS.keySet()) {
                                all.add(new Count(row.getString("kind"), step, row.getLong(step)));
                            }
                            return all;
                        })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Whose statements are behind the sums.
    List<Source> sources(Sight sight, Cut cut) {
        return sql.sql(SOURCES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL))
                .query(
                        (row, _) ->
                                new Source(
                                        row.getString("kind"),
                                        row.getString("type"),
                                        row.getString("step"),
                                        row.getString("originator")))
                .list();
    }
}
