package org.parley.hub.claims;

import java.util.List;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Sources and counting rules in PostgreSQL, each version as it was said.
@Repository
class DescriptionStore {

    /// The tables, whose key column has the name of what they keep.
    enum Kept {
        SOURCE("state.source", "source"),
        RULE("state.counting_rule", "rule");

        private final String table;
        private final String key;

        Kept(String table, String key) {
            this.table = table;
            this.key = key;
        }

        private String in(String sql) {
            return sql.replace("{table}", table).replace("{key}", key);
        }
    }

    /// One version that a reader may see.
    record Said<B>(String originator, int label, B body) {}

    private static final String END =
            """
            UPDATE {table} SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND {key} = :key
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN =
            """
            INSERT INTO {table} (operation, originator, {key}, body, label, known_from)
            VALUES (:operation, :originator, :key, :body::jsonb, :label, :index)
            """;

    private static final String KNOWN =
            """
            SELECT originator, label, body::text FROM {table}
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
             ORDER BY {key}, originator
            """;

    private static final String EXISTS =
            """
            SELECT EXISTS (SELECT FROM {table}
             WHERE operation = :operation AND {key} = :key AND known_until = 9223372036854775807)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    DescriptionStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    <B extends Record & Body> void save(Kept kept, String key, Entry<B> entry) {
        sql.sql(kept.in(END))
                .param("index", entry.index())
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("key", key)
                .update();
        sql.sql(kept.in(BEGIN))
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("key", key)
                .param("body", json.writeValueAsString(entry.body()))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    <B> List<Said<B>> list(Kept kept, Class<B> form, Sight sight, Cut cut) {
        return sql.sql(kept.in(KNOWN))
                .param("operation", cut.operation().value())
                .param("labels", sight.labels())
                .param("size", cut.size())
                .query(
                        (row, _) ->
                                new Said<>(
                                        row.getString("originator"),
                                        row.getInt("label"),
                                        json.readValue(row.getString("body"), form)))
                .list();
    }

    boolean exists(Kept kept, OperationId operation, String key) {
        return sql.sql(kept.in(EXISTS))
                .param("operation", operation.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
