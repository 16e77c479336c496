package org.parley.hub.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.journal.Entry;
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
            SELECT grp FROM state.membership
             WHERE operation = :operation AND organisation = :organisation
               AND known_until = 9223372036854775807
            """;

    // One question for each request: who asks is asked on every one of them.
    private static final String STANDING =
            """
            SELECT p.role, p.ceiling,
                   array(SELECT m.grp FROM state.membership m
                          WHERE m.operation = p.operation AND m.organisation = :organisation
                            AND m.known_until = 9223372036854775807) AS groups
              FROM access.part p
             WHERE p.account = :account AND p.operation = :operation
            """;

    private static final String ADD =
            """
            INSERT INTO state.membership (operation, grp, organisation, label, known_from)
            VALUES (:operation, :group, :organisation, :label, :index)
            ON CONFLICT DO NOTHING
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

    /// An account's part in an operation, and the groups of its organisation.
    record Standing(Account.Part part, Set<String> groups) {}

    Optional<Standing> standing(OperationId operation, String account, PartnerId organisation) {
        return sql.sql(STANDING)
                .param("operation", operation.value())
                .param("account", account)
                .param("organisation", organisation.value())
                .query(
                        (row, _) ->
                                new Standing(
                                        new Account.Part(
                                                operation,
                                                Role.of(row.getString("role")),
                                                FieldClass.of(row.getString("ceiling"))),
                                        Set.of((String[]) row.getArray("groups").getArray())))
                .optional();
    }

    /// The groups of the organisation as they stand now, [#OPERATION] among them for a member.
    Set<String> groups(OperationId operation, PartnerId organisation) {
        return new TreeSet<>(
                sql.sql(GROUPS)
                        .param("operation", operation.value())
                        .param("organisation", organisation.value())
                        .query((row, _) -> row.getString("grp"))
                        .list());
    }

    boolean isMember(OperationId operation, String group, PartnerId organisation) {
        return groups(operation, organisation).contains(group);
    }

    void add(Entry<?> entry, String group, PartnerId organisation) {
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("group", group)
                .param("organisation", organisation.value())
                .param("label", entry.label())
                .param("index", entry.index())
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
