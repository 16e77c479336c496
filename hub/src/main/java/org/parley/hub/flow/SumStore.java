package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums as they were put down, epoch by epoch.
@Primary
@Repository
class SumStore {

    private static final String EPOCHS =
            """
            SELECT max(upto) AS upto, coalesce(max(upto) FILTER (WHERE whole), 0) AS whole
              FROM state.flow_epoch WHERE operation = :operation AND upto <= :size
            """;

    private static final String SUMS =
            """
            SELECT labels, series, kind, item, bucket, members, sums FROM state.flow_sum
             WHERE operation = :operation AND upto BETWEEN :whole AND :upto
               AND series = ANY(:series) AND (:kind::text IS NULL OR kind = :kind)
            """;

    private static final String BEGIN =
            """
            INSERT INTO state.flow_epoch (operation, upto, whole) VALUES (:operation, :upto, :whole)
            """;

    private static final String WRITE =
            """
            INSERT INTO state.flow_sum
                   (operation, upto, series, kind, item, bucket, labels, members, sums)
            SELECT :operation, :upto, series, kind, item, bucket, labels::int[], members,
                   sums::numeric[]
              FROM unnest(:series::text[], :kinds::text[], :items::text[], :buckets::bigint[],
                          :labels::text[], :members::bigint[], :sums::text[])
                   AS s (series, kind, item, bucket, labels, members, sums)
            """;

    /// The last epoch up to some size of the log.
    ///
    /// @param whole the last one up to there that holds all sums
    record Epoch(long upto, long whole) {

        static final Epoch NONE = new Epoch(0, 0);
    }

    private final JdbcClient sql;

    SumStore(JdbcClient sql) {
        this.sql = sql;
    }

    Epoch last(OperationId operation, long size) {
        return sql.sql(EPOCHS)
                .param("operation", operation.value())
                .param("size", size)
                .query(
                        (row, _) ->
                                row.getObject("upto") == null
                                        ? Optional.<Epoch>empty()
                                        : Optional.of(
                                                new Epoch(
                                                        row.getLong("upto"), row.getLong("whole"))))
                .single()
                .orElse(Epoch.NONE);
    }

    /// The sums up to the end of an epoch: those of the last whole one and what changed since.
    List<Share> sums(
            OperationId operation,
            Epoch epoch,
            Collection<String> series,
            @Nullable AssistanceKind kind) {
        return sql.sql(SUMS)
                .param("operation", operation.value())
                .param("whole", epoch.whole())
                .param("upto", epoch.upto())
                .param("series", series.toArray(String[]::new))
                .param("kind", kind == null ? null : kind.code())
                .query((row, _) -> ShareStore.share(row))
                .list();
    }

    void write(OperationId operation, long upto, boolean whole, Map<Share.Group, Amount> amounts) {
        sql.sql(BEGIN)
                .param("operation", operation.value())
                .param("upto", upto)
                .param("whole", whole)
                .update();
        if (amounts.isEmpty()) {
            return;
        }
        var all = List.copyOf(amounts.entrySet());
        sql.sql(WRITE)
                .param("operation", operation.value())
                .param("upto", upto)
                .param("series", texts(all, one -> one.getKey().key().series()))
                .param("kinds", texts(all, one -> one.getKey().key().kind()))
                .param("items", texts(all, one -> one.getKey().key().item()))
                .param("buckets", texts(all, one -> Long.toString(one.getKey().key().bucket())))
                .param("labels", texts(all, one -> labels(one.getKey().labels())))
                .param("members", texts(all, one -> Long.toString(one.getValue().members())))
                .param("sums", texts(all, one -> sums(one.getValue().sums())))
                .update();
    }

    private static String[] texts(
            List<Map.Entry<Share.Group, Amount>> all,
            Function<Map.Entry<Share.Group, Amount>, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static String labels(List<Integer> labels) {
        return labels.stream()
                .map(label -> Integer.toString(label))
                .collect(Collectors.joining(",", "{", "}"));
    }

    // Without trailing zeros, so that the same sum is the same text however it was added up.
    private static String sums(List<BigDecimal> sums) {
        return sums.stream()
                .map(sum -> sum.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
