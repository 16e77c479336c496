package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Lines with their sums as readers see them.
@Repository
class LineStore {

    private static final String KNOWN =
            """
             WHERE operation = :operation AND consignment = :consignment
               AND label = ANY(:labels) AND known_from < :size AND known_until >= :size
            """;

    private static final String LINES =
            """
            SELECT line, description, category, quantity, unit, weight_tonnes, volume_m3,
                   tonnes_per_unit, expires_on, names
              FROM state.consignment_line"""
                    + KNOWN
                    + " ORDER BY position, line";

    private static final String SUMS =
            "SELECT line, "
                    + Arrays.stream(Measure.values())
                            .map(measure -> "sum(%1$s) AS %1$s".formatted(measure.column()))
                            .collect(Collectors.joining(", "))
                    + ", bool_or(estimated) AS estimated FROM state.line_tally"
                    + KNOWN
                    + " GROUP BY line ORDER BY line";

    private static final String MANIFESTED =
            "SELECT line, sum(quantity) AS quantity FROM state.manifest_entry"
                    + KNOWN
                    + " GROUP BY line";

    private static final String LOADS =
            "SELECT load, node, line, sum(amount) AS amount FROM state.load_content"
                    + KNOWN
                    + " GROUP BY load, node, line HAVING sum(amount) <> 0 ORDER BY load, node, line";

    /// One line as asked for.
    record Asked(
            String line,
            String description,
            String category,
            BigDecimal quantity,
            Unit unit,
            @Nullable BigDecimal weightTonnes,
            @Nullable BigDecimal volumeM3,
            @Nullable BigDecimal tonnesPerUnit,
            @Nullable LocalDate expiresOn,
            @Nullable Names names) {}

    /// @param estimated whether some of it was converted by a stated factor
    record Sums(String line, Map<Measure, BigDecimal> sums, boolean estimated) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    LineStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Asked> lines(Sight sight, Cut cut, String consignment) {
        return seen(LINES, sight, cut, consignment)
                .query(
                        (row, _) ->
                                new Asked(
                                        row.getString("line"),
                                        row.getString("description"),
                                        row.getString("category"),
                                        row.getBigDecimal("quantity"),
                                        Unit.valueOf(row.getString("unit")),
                                        row.getBigDecimal("weight_tonnes"),
                                        row.getBigDecimal("volume_m3"),
                                        row.getBigDecimal("tonnes_per_unit"),
                                        row.getObject("expires_on", LocalDate.class),
                                        names(row.getString("names"))))
                .list();
    }

    private @Nullable Names names(@Nullable String text) {
        return text == null ? null : json.readValue(text, Names.class);
    }

    List<Sums> sums(Sight sight, Cut cut, String consignment) {
        return seen(SUMS, sight, cut, consignment)
                .query(
                        (row, _) -> {
                            var sums = new EnumMap<Measure, BigDecimal>(Measure.class);
                            for (var measure : Measure.values()) {
                                sums.put(measure, row.getBigDecimal(measure.column()));
                            }
                            return new Sums(
                                    row.getString("line"), sums, row.getBoolean("estimated"));
                        })
                .list();
    }

    Map<String, BigDecimal> manifested(Sight sight, Cut cut, String consignment) {
        var byLine = new TreeMap<String, BigDecimal>();
        seen(MANIFESTED, sight, cut, consignment)
                .query((row, _) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .list()
                .forEach(line -> byLine.put(line.getKey(), line.getValue()));
        return byLine;
    }

    List<LoadView> loads(Sight sight, Cut cut, String consignment) {
        return seen(LOADS, sight, cut, consignment)
                .query(
                        (row, _) ->
                                new LoadView(
                                        row.getString("load"),
                                        row.getString("node"),
                                        row.getString("line"),
                                        Rows.plain(row.getBigDecimal("amount"))))
                .list();
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut, String consignment) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("consignment", consignment)
                .param("size", cut.size())
                .param("labels", sight.labels(OPERATIONAL));
    }
}
