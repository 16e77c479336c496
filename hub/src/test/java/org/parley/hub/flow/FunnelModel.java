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

/// How much took each step, kind by kind, from all lines.
class FunnelModel {

    private static final String SUMS = sums();

    private static final String SOURCES =
            """
            SELECT DISTINCT kind, type, step, originator FROM state.flow_event
             WHERE operation = :operation AND label = ANY(:operational) AND kind IS NOT NULL
               AND known_from < :size AND known_until >= :size
             ORDER BY kind, type, step, originator
            """;

    // Lines are put together once and read twice: by unit, and by consignment for the counts, which
    // stand in rows without a unit.
    private static String sums() {
        var byUnit = new StringBuilder();
        var flags = new StringBuilder();
        var counts = new StringBuilder();
        LinesModel.STEPS.forEach(
                (step, column) -> {
                    byUnit.append(
                            """
                            , sum(%1$s) AS "%2$s"
                            , sum(%1$s * tonnes_per_unit) AS "%2$s tonnes"
                            , count(*) FILTER (WHERE %1$s > 0) AS "%2$s lines"
                            , count(tonnes_per_unit) FILTER (WHERE %1$s > 0) AS "%2$s weighed"
                            """
                                    .formatted(column, step));
                    flags.append(", bool_or(%s > 0) AS \"%s\"".formatted(column, step));
                    counts.append(", count(*) FILTER (WHERE \"%s\"), 0, 0, 0".formatted(step));
                });
        return LinesModel.FUNNEL_LINES
                + "SELECT kind, unit, count(*) AS lines"
                + byUnit
                + " FROM lines GROUP BY kind, unit UNION ALL SELECT kind, NULL, count(*)"
                + counts
                + " FROM (SELECT kind, consignment"
                + flags
                + " FROM lines GROUP BY kind, consignment) AS whole GROUP BY kind"
                + " ORDER BY kind, unit NULLS LAST";
    }

    private final JdbcClient sql;

    FunnelModel(JdbcClient sql) {
        this.sql = sql;
    }

    List<FunnelStore.UnitSum> sums(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return LinesModel.asked(sql.sql(SUMS), sight, cut, kind)
                .query((row, _) -> unitSums(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunnelStore.UnitSum> unitSums(ResultSet row) throws SQLException {
        var all = new ArrayList<FunnelStore.UnitSum>();
        var unit = row.getString("unit");
        for (var step : LinesModel.STEPS.keySet()) {
            var tonnes = row.getBigDecimal(step + " tonnes");
            all.add(
                    new FunnelStore.UnitSum(
                            row.getString("kind"),
                            unit == null ? null : Unit.valueOf(unit),
                            step,
                            row.getBigDecimal(step),
                            tonnes == null ? BigDecimal.ZERO : tonnes,
                            row.getLong(step + " lines"),
                            row.getLong(step + " weighed"),
                            row.getLong("lines")));
        }
        return all;
    }

    /// Whose statements are behind the sums.
    List<FunnelStore.Source> sources(Sight sight, Cut cut) {
        return sql.sql(SOURCES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL))
                .query(
                        (row, _) ->
                                new FunnelStore.Source(
                                        row.getString("kind"),
                                        row.getString("type"),
                                        row.getString("step"),
                                        row.getString("originator")))
                .list();
    }
}
