package org.parley.hub.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Memberships as far as a reader may see them.
@Repository
class MembersStore {

    private static final String OF =
            """
            SELECT grp, joined, from_day FROM state.membership
             WHERE operation = :operation AND organisation = :organisation
               AND known_from < :size AND known_until >= :size AND label = ANY(:labels)
             ORDER BY grp
            """;

    private static final String SINCE =
            """
            SELECT organisation, grp, joined, from_day FROM state.membership
             WHERE operation = :operation AND known_from < :size AND known_until > :since
               AND label = ANY(:labels)
             ORDER BY organisation, grp, known_from
            """;

    private final JdbcClient sql;

    MembersStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An organisation in a group, `""` standing for the operation.
    record Member(PartnerId organisation, String group, Backlog backlog) {}

    /// The groups that the reader may see the organisation in, with what each grants it.
    Map<String, Backlog> groups(Sight sight, Cut cut, PartnerId organisation) {
        var found = new TreeMap<String, Backlog>();
        sql.sql(OF)
                .param("operation", cut.operation().value())
                .param("organisation", organisation.value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        row -> {
                            found.put(row.getString("grp"), backlog(row));
                        });
        return found;
    }

    /// Who was in which group at any time from the index on.
    List<Member> since(Sight sight, Cut cut, long index) {
        return sql.sql(SINCE)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("since", index)
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new Member(
                                        new PartnerId(row.getString("organisation")),
                                        row.getString("grp"),
                                        backlog(row)))
                .list();
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        var fromDay = row.getObject("from_day", Long.class);
        return new Backlog(row.getLong("joined"), fromDay == null ? Backlog.NO_DAY : fromDay);
    }
}
