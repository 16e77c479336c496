package org.parley.hub.journal;

import java.util.List;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All tables of state, whatever feature they belong to: what a rebuild empties and compares. Every
/// one of them has a column `operation`.
@Repository
class StateStore {

    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'state' AND table_type = 'BASE TABLE'
             ORDER BY table_name
            """;

    private final JdbcClient sql;

    StateStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    List<String> tables() {
        return sql.sql(TABLES).query((row, _) -> row.getString(1)).list();
    }

    // Table names come from the catalogue, never from outside.
    void clear(OperationId operation) {
        for (var table : tables()) {
            sql.sql("DELETE FROM state.\"%s\" WHERE operation = :operation".formatted(table))
                    .param("operation", operation.value())
                    .update();
        }
    }

    /// A digest over all rows of an operation's state, whatever order they lie in: equal digests,
    /// equal state.
    String digest(OperationId operation) {
        var digests = new StringBuilder();
        for (var table : tables()) {
            digests.append(table)
                    .append(' ')
                    .append(
                            sql.sql(
                                            """
                                            SELECT count(*) || ' ' || coalesce(md5(string_agg(
                                                   md5(record_send(r)), '' ORDER BY md5(record_send(r)))), '-')
                                              FROM state."%s" r
                                             WHERE operation = :operation
                                            """
                                                    .formatted(table))
                                    .param("operation", operation.value())
                                    .query(String.class)
                                    .single())
                    .append('\n');
        }
        return digests.toString();
    }
}
