package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sums of each line and load, and the standing of each consignment, label by label.
@Repository
class TallyStore {

    private static final String ADD = addition();

    private static String addition() {
        var names = new StringBuilder();
        var sums = new StringBuilder();
        for (var measure : Measure.values()) {
            var column = measure.column();
            names.append(column).append(", ");
            sums.append("coalesce(ended.%s, 0) + :%s, ".formatted(column, column));
        }
        return """
        WITH ended AS (
            UPDATE state.line_tally SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment AND line = :line
               AND label = :label AND known_until = 9223372036854775807
            RETURNING *)
        INSERT INTO state.line_tally (operation, consignment, line, label, %s estimated,
               known_from)
        SELECT :operation, :consignment, :line, :label, %s
               coalesce(ended.estimated, false) OR :estimated, :index
          FROM (SELECT 1) AS one LEFT JOIN ended ON true
        """
                .formatted(names, sums);
    }

    private static final String ADD_LOAD =
            """
            WITH ended AS (
                UPDATE state.load_content SET known_until = :index
                 WHERE operation = :operation AND load = :load AND node = :node
                   AND consignment = :consignment AND line = :line AND label = :label
                   AND known_until = 9223372036854775807
                RETURNING amount)
            INSERT INTO state.load_content (operation, load, node, consignment, line, label,
                   amount, known_from)
            SELECT :operation, :load, :node, :consignment, :line, :label,
                   coalesce(ended.amount, 0) + :amount, :index
              FROM (SELECT 1) AS one LEFT JOIN ended ON true
            """;

    private static final String STANDING =
            """
            SELECT stage, since FROM state.consignment_standing
             WHERE operation = :operation AND consignment = :consignment AND label = :label
               AND known_until = 9223372036854775807
            """;

    private static final String END_STANDING =
            """
            UPDATE state.consignment_standing SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment AND label = :label
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN_STANDING =
            """
            INSERT INTO state.consignment_standing (operation, consignment, label, stage, phase,
                   rank, since, known_from)
            VALUES (:operation, :consignment, :label, :stage, :phase, :rank, :since, :index)
            """;

    private final JdbcClient sql;

    TallyStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(
            OperationId operation,
            long index,
            String consignment,
            String line,
            int label,
            List<Effect> effects) {
        var sums = new EnumMap<Measure, BigDecimal>(Measure.class);
        boolean estimated = false;
        for (var effect : effects) {
            sums.merge(effect.measure(), effect.amount(), BigDecimal::add);
            estimated |= effect.estimated();
        }
        var statement = sql.sql(ADD);
        for (var measure : Measure.values()) {
            statement =
                    statement.param(measure.column(), sums.getOrDefault(measure, BigDecimal.ZERO));
        }
        statement
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("line", line)
                .param("label", label)
                .param("estimated", estimated)
                .param("index", index)
                .update();
    }

    void addToLoad(OperationId operation, long index, int label, LoadEffect effect) {
        sql.sql(ADD_LOAD)
                .param("operation", operation.value())
                .param("load", effect.load())
                .param("node", effect.node().code())
                .param("consignment", effect.consignment())
                .param("line", effect.line())
                .param("label", label)
                .param("amount", effect.amount())
                .param("index", index)
                .update();
    }

    Optional<Standing> standing(OperationId operation, String consignment, int label) {
        return sql.sql(STANDING)
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("label", label)
                .query(
                        (row, _) ->
                                new Standing(
                                        Stage.of(row.getString("stage")),
                                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void endStanding(OperationId operation, long index, String consignment, int label) {
        sql.sql(END_STANDING)
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("label", label)
                .param("index", index)
                .update();
    }

    void beginStanding(
            OperationId operation, long index, String consignment, int label, Standing standing) {
        sql.sql(BEGIN_STANDING)
                .param("operation", operation.value())
                .param("consignment", consignment)
                .param("label", label)
                .param("stage", standing.stage().code())
                .param("phase", standing.stage().phase())
                .param("rank", standing.stage().rank())
                .param("since", standing.since().atOffset(UTC))
                .param("index", index)
                .update();
    }
}
