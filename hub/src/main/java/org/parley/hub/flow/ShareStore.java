package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;
import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts shares from lines, and finds the consignments whose lines must be looked at.
@Primary
@Repository
class ShareStore {

    private static final String TOUCHED =
            """
            SELECT DISTINCT consignment FROM state.flow_event
             WHERE operation = :operation AND idx >= :from AND idx < :until
            """;

    private static final String LAPSING =
            """
            SELECT DISTINCT consignment FROM state.flow_ruling
             WHERE operation = :operation AND valid_until >= :from AND valid_until < :until
            """;

    private static final String UNDER =
            """
            SELECT DISTINCT consignment FROM state.flow_event
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
               AND (stage IS NOT NULL OR effects <> '[]'::jsonb)
            """;

    private static final Integer[] NO_LABELS = {};

    private final JdbcClient sql;

    ShareStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// All that was said of these consignments by then, by the labels that it was said under.
    List<Share> all(
            OperationId operation, long size, Collection<String> consignments, Set<Series> wanted) {
        if (consignments.isEmpty()) {
            return List.of();
        }
        return sql.sql(ShareSql.of(wanted))
                .param("operation", operation.value())
                .param("size", size)
                .param("these", consignments.toArray(String[]::new))
                .param("all", true)
                .param("coarse", NO_LABELS)
                .param("operational", NO_LABELS)
                .param("kind", null)
                .param("at", null)
                .query((row, _) -> share(row))
                .list();
    }

    /// What a reader sees of these consignments.
    List<Share> seen(
            Sight sight,
            Cut cut,
            @Nullable AssistanceKind kind,
            Collection<String> consignments,
            Series wanted) {
        if (consignments.isEmpty()) {
            return List.of();
        }
        return sql.sql(ShareSql.of(EnumSet.of(wanted)))
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("these", consignments.toArray(String[]::new))
                .param("all", false)
                .param("coarse", sight.labels(COARSE))
                .param("operational", sight.labels(OPERATIONAL))
                .param("kind", kind == null ? null : kind.code())
                .param("at", cut.at().atOffset(UTC))
                .query((row, _) -> share(row))
                .list();
    }

    static Share share(ResultSet row) throws SQLException {
        return new Share(
                List.of((Integer[]) row.getArray("labels").getArray()),
                new Share.Key(
                        row.getString("series"),
                        row.getString("kind"),
                        row.getString("item"),
                        row.getLong("bucket")),
                new Amount(
                        row.getLong("members"),
                        List.of((BigDecimal[]) row.getArray("sums").getArray())));
    }

    /// The consignments that anything was said of from one size of the log to another.
    List<String> touched(OperationId operation, long from, long until) {
        return sql.sql(TOUCHED)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Those with a ruling that lapses in this time, whoever sees it.
    List<String> lapsing(OperationId operation, Instant from, Instant until) {
        return sql.sql(LAPSING)
                .param("operation", operation.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Those that something counted of was said under these labels.
    List<String> under(OperationId operation, long size, Collection<Integer> labels) {
        return sql.sql(UNDER)
                .param("operation", operation.value())
                .param("size", size)
                .param("labels", labels.toArray(Integer[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
