package org.parley.hub.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final String SINCE =
            """
            SELECT organisation, array_agg(DISTINCT grp) AS groups FROM state.membership
             WHERE operation = :operation AND known_from < :size AND known_until > :since
               AND label = ANY(:labels)
             GROUP BY organisation
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

    /// The groups that each organisation was in at any time from the index on.
    Map<PartnerId, Set<String>> since(Sight sight, Cut cut, long index) {
        var found = new TreeMap<PartnerId, Set<String>>();
        sql.sql(SINCE)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("since", index)
                .param("labels", sight.labels())
                .query(
                        row -> {
                            found.put(
                                    new PartnerId(row.getString("organisation")),
                                    Set.of((String[]) row.getArray("groups").getArray()));
                        });
        return found;
    }
}
