package org.parley.hub.heard;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// What was served to whom: the hub's own record, which no reader's role sees. A row is added only
/// when a desk is served from a later cut than ever before by that way.
@Repository
class ServedStore {

    private static final String ADD =
            """
            INSERT INTO access.served
                   (operation, organisation, member, ceiling, groups, way, size, at)
            SELECT :operation, :organisation, :member, :ceiling, :groups, :way, :size, :at
             WHERE NOT EXISTS (
                   SELECT FROM access.served
                    WHERE operation = :operation AND organisation = :organisation
                      AND member = :member AND ceiling = :ceiling AND groups = :groups
                      AND way = :way AND size >= :size)
            ON CONFLICT DO NOTHING
            """;

    private static final String REACHED =
            """
            SELECT organisation, member, ceiling, groups, way, max(size) AS size, max(at) AS at
              FROM access.served
             WHERE operation = :operation AND organisation = :organisation AND at <= :at
             GROUP BY organisation, member, ceiling, groups, way
             ORDER BY way, ceiling, member, groups
            """;

    private static final String FIRST =
            """
            SELECT i.idx, s.organisation, s.member, s.ceiling, s.groups, s.way, s.size, s.at
              FROM unnest(:indexes::bigint[]) AS i (idx)
             CROSS JOIN unnest(:members::boolean[], :ceilings::text[], :groups::text[],
                               :ways::text[]) AS d (member, ceiling, groups, way)
             CROSS JOIN LATERAL (
                   SELECT * FROM access.served s
                    WHERE s.operation = :operation AND s.organisation = :organisation
                      AND s.member = d.member AND s.ceiling = d.ceiling AND s.groups = d.groups
                      AND s.way = d.way AND s.size > i.idx AND s.at <= :at
                    ORDER BY s.size LIMIT 1) s
            """;

    private static final String VISIBLE_GROUPS =
            """
            SELECT DISTINCT grp FROM state.membership
             WHERE operation = :operation AND organisation = :organisation
               AND label = ANY(:labels) AND known_from < :size
            """;

    /// That a statement was first delivered so.
    record First(long index, Served served) {}

    private final JdbcClient keeper;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    ServedStore(
            @Qualifier("keeper") JdbcClient keeper,
            JdbcClient sql,
            @Qualifier("writer") TransactionTemplate transactions) {
        this.keeper = keeper;
        this.sql = sql;
        this.transactions = transactions;
    }

    void add(OperationId operation, Served served) {
        transactions.executeWithoutResult(_ -> insert(operation, served));
    }

    private void insert(OperationId operation, Served served) {
        sql.sql(ADD)
                .param("operation", operation.value())
                .param("organisation", served.desk().organisation().value())
                .param("member", served.desk().member())
                .param("ceiling", served.desk().ceiling().code())
                .param("groups", served.desk().groupText())
                .param("way", served.way().code())
                .param("size", served.size())
                .param("at", served.at().atOffset(UTC))
                .update();
    }

    /// For each desk and way the latest cut that was served until then, and when.
    List<Served> reached(OperationId operation, PartnerId organisation, Instant until) {
        return keeper.sql(REACHED)
                .param("operation", operation.value())
                .param("organisation", organisation.value())
                .param("at", until.atOffset(UTC))
                .query((row, _) -> served(row))
                .list();
    }

    /// When each of these desks was first served from a cut that holds each of these statements.
    List<First> first(
            OperationId operation,
            PartnerId organisation,
            Instant until,
            Collection<Long> indexes,
            List<Served> desks) {
        return keeper.sql(FIRST)
                .param("operation", operation.value())
                .param("organisation", organisation.value())
                .param("at", until.atOffset(UTC))
                .param("indexes", indexes.toArray(Long[]::new))
                .param(
                        "members",
                        desks.stream().map(one -> one.desk().member()).toArray(Boolean[]::new))
                .param(
                        "ceilings",
                        desks.stream()
                                .map(one -> one.desk().ceiling().code())
                                .toArray(String[]::new))
                .param(
                        "groups",
                        desks.stream().map(one -> one.desk().groupText()).toArray(String[]::new))
                .param("ways", desks.stream().map(one -> one.way().code()).toArray(String[]::new))
                .query((row, _) -> new First(row.getLong("idx"), served(row)))
                .list();
    }

    private static Served served(ResultSet row) throws SQLException {
        return new Served(
                new Desk(
                        new PartnerId(row.getString("organisation")),
                        row.getBoolean("member"),
                        ceiling(row.getString("ceiling")),
                        Desk.groups(row.getString("groups"))),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getLong("size"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static FieldClass ceiling(String code) {
        return FieldClass.values()[code.charAt(1) - '0'];
    }

    /// Where an organisation belongs or belonged, as far as a reader sees; empty for the operation
    /// itself.
    Set<String> visibleGroups(Sight sight, Cut cut, PartnerId organisation) {
        return Set.copyOf(
                sql.sql(VISIBLE_GROUPS)
                        .param("operation", cut.operation().value())
                        .param("organisation", organisation.value())
                        .param("labels", sight.labels())
                        .param("size", cut.size())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
