package org.parley.hub.release;

import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Memberships as far as a reader may see them.
@Repository
class MembersStore {

    private static final String OF =
            """
            SELECT grp FROM state.membership
             WHERE operation = :operation AND organisation = :organisation
               AND known_from < :size AND known_until >= :size AND label = ANY(:labels)
             ORDER BY grp
            """;

    private final JdbcClient sql;

    MembersStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The groups that the reader may see the organisation in, `""` standing for the operation.
    List<String> groups(Sight sight, Cut cut, PartnerId organisation) {
        return sql.sql(OF)
                .param("operation", cut.operation().value())
                .param("organisation", organisation.value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query((row, _) -> row.getString("grp"))
                .list();
    }
}
