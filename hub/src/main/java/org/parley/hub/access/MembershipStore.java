package org.parley.hub.access;

import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
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

    MembershipStore(JdbcClient sql) {
        this.sql = sql;
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
