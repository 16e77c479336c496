package org.parley.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.kernel.audience.Addressed;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which organisations are members of an operation and of its groups, in versions by the journal's
/// index.
@Repository
class MembershipStore {

    private static final String GROUPS =
            """
            SELECT grp, joined, from_day FROM state.membership
             WHERE operation = :operation AND organisation = :organisation
               AND known_until = 9223372036854775807
            """;

    // One question for each request: who asks is asked on every one of them.
    private static final String STANDING =
            """
            SELECT p.role, p.ceiling, m.grp, m.joined, m.from_day
              FROM access.part p
              LEFT JOIN state.membership m
                ON m.operation = p.operation AND m.organisation = :organisation
               AND m.known_until = 9223372036854775807
             WHERE p.account = :account AND p.operation = :operation
            """;

    // What the group grants is decided by its rule at the joining; later rules change nothing.
    private static final String ADD =
            """
            INSERT INTO state.membership
                   (operation, grp, organisation, label, known_from, joined, from_day)
            SELECT :operation, :group, :organisation, :label, :index,
                   CASE coalesce(g.backlog, 'all') WHEN 'all' THEN 0 ELSE :index END,
                   :day - g.backlog_days
              FROM (SELECT) one
              LEFT JOIN state.working_group g
                ON g.operation = :operation AND g.grp = :group
               AND g.known_until = 9223372036854775807
            ON CONFLICT DO NOTHING
            """;

    private static final String TIME =
            """
            SELECT (SELECT coalesce(max(known_from), 0) FROM state.membership
                     WHERE operation = :operation AND grp = :group) AS after_joining,
                   bool_or(backlog = 'days') AS by_day
              FROM state.working_group
             WHERE operation = :operation AND grp = :group
            HAVING bool_or(backlog <> 'all')
            """;

    private static final String RULE =
            """
            SELECT backlog, backlog_days FROM state.working_group
             WHERE operation = :operation AND grp = :group
               AND known_from < :size AND known_until >= :size
            """;

    private static final String END =
            """
            UPDATE state.membership SET known_until = :index
             WHERE operation = :operation AND grp = :group AND organisation = :organisation
               AND known_until = 9223372036854775807
            """;

    /// The operation itself, as a group of all its members.
    static final String OPERATION = "";

    private final JdbcClient sql;

    MembershipStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    /// An account's part in an operation, and the groups of its organisation with what each grants.
    record Standing(Account.Part part, Map<String, Backlog> groups) {}

    Optional<Standing> standing(OperationId operation, String account, PartnerId organisation) {
        var parts = new ArrayList<Account.Part>();
        var groups = new TreeMap<String, Backlog>();
        sql.sql(STANDING)
                .param("operation", operation.value())
                .param("account", account)
                .param("organisation", organisation.value())
                .query(
                        row -> {
                            parts.add(
                                    new Account.Part(
                                            operation,
                                            Role.of(row.getString("role")),
                                            FieldClass.of(row.getString("ceiling"))));
                            if (row.getString("grp") != null) {
                                groups.put(row.getString("grp"), backlog(row));
                            }
                        });
        return parts.stream().findFirst().map(part -> new Standing(part, groups));
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        var fromDay = row.getObject("from_day", Long.class);
        return new Backlog(row.getLong("joined"), fromDay == null ? Backlog.NO_DAY : fromDay);
    }

    /// The groups of the organisation as they stand now, with what each grants; [#OPERATION] among
    /// them for a member.
    Map<String, Backlog> groups(OperationId operation, PartnerId organisation) {
        var groups = new TreeMap<String, Backlog>();
        sql.sql(GROUPS)
                .param("operation", operation.value())
                .param("organisation", organisation.value())
                .query(
                        row -> {
                            groups.put(row.getString("grp"), backlog(row));
                        });
        return groups;
    }

    /// When something said now is addressed to the group, as the log stands.
    Addressed time(OperationId operation, String group, long day) {
        return sql.sql(TIME)
                .param("operation", operation.value())
                .param("group", group)
                .query(
                        (row, _) ->
                                new Addressed(
                                        row.getLong("after_joining"),
                                        row.getBoolean("by_day") ? day : Long.MIN_VALUE))
                .optional()
                .orElse(Addressed.LONG_AGO);
    }

    /// What the group would grant to an organisation that joined when the log had so many
    /// statements.
    Backlog granted(Cut cut, String group) {
        return sql.sql(RULE)
                .param("operation", cut.operation().value())
                .param("group", group)
                .param("size", cut.size())
                .query((row, _) -> granted(row, cut))
                .optional()
                .orElse(Backlog.ALL);
    }

    private static Backlog granted(ResultSet row, Cut cut) throws SQLException {
        return switch (row.getString("backlog")) {
            case "all" -> Backlog.ALL;
            case "days" -> new Backlog(cut.size(), day(cut.at()) - row.getInt("backlog_days"));
            default -> new Backlog(cut.size(), Backlog.NO_DAY);
        };
    }

    static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }

    boolean isMember(OperationId operation, String group, PartnerId organisation) {
        return groups(operation, organisation).containsKey(group);
    }

    void add(Entry<?> entry, String group, PartnerId organisation) {
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("group", group)
                .param("organisation", organisation.value())
                .param("label", entry.label())
                .param("index", entry.index())
                .param("day", day(entry.heardAt()))
                .update();
    }

    void end(Entry<?> entry, String group, PartnerId organisation) {
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("group", group)
                .param("organisation", organisation.value())
                .param("index", entry.index())
                .update();
    }
}
