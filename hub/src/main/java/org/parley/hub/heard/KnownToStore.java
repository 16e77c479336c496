package org.parley.hub.heard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Statements that may have been delivered, as the reader who asks sees them.
@Repository
class KnownToStore {

    private static final String LIST =
            """
            SELECT idx, id, type, originator, heard_at, label
              FROM journal.statement
             WHERE operation = :operation AND idx < :size AND idx < :before
               AND label = ANY(:labels)
               AND (:originator::text IS NULL OR originator = :originator)
               AND (originator = :organisation
                    OR (idx < :reached AND label = ANY(:theirs)))
             ORDER BY idx DESC LIMIT :limit
            """;

    private static final String HEARD =
            """
            SELECT idx, heard_at FROM journal.statement
             WHERE operation = :operation AND idx = ANY(:indexes) AND idx < :size
               AND label = ANY(:labels)
            """;

    record Row(long index, UUID id, String type, String originator, Instant heardAt, int label) {}

    /// When the hub heard a statement.
    record Heard(long index, Instant at) {}

    private final JdbcClient sql;

    KnownToStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The newest first.
    ///
    /// @param originator whose; null for anybody's
    /// @param reached before which index something may have been delivered to the organisation
    /// @param theirs the labels that it could see
    List<Row> list(
            Sight sight,
            Cut cut,
            PartnerId organisation,
            @Nullable PartnerId originator,
            long reached,
            Integer[] theirs,
            long before,
            int limit) {
        return sql.sql(LIST)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("before", before)
                .param("labels", sight.labels())
                .param("originator", originator == null ? null : originator.value())
                .param("organisation", organisation.value())
                .param("reached", reached)
                .param("theirs", theirs)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("idx"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("originator"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                row.getInt("label"));
    }

    /// When the hub heard these, as far as the reader sees them.
    List<Heard> heard(Sight sight, Cut cut, Long[] indexes) {
        return sql.sql(HEARD)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("indexes", indexes)
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new Heard(
                                        row.getLong("idx"),
                                        row.getObject("heard_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
