package org.parley.hub.flow;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads that sum up whole tables. The planner takes tables that were filled a moment ago, and have
/// no statistics yet, for empty: it would go through one in a loop within a loop, for minutes.
/// These reads join by hashing, in a transaction of their own that alone has these settings.
@Repository
class WholeStore {

    private static final String SETTINGS =
            """
            SELECT set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true),
                   set_config('work_mem', '64MB', true)
            """;

    private final JdbcClient sql;
    private final TransactionTemplate reader;

    WholeStore(JdbcClient sql, TransactionTemplate reader) {
        this.sql = sql;
        this.reader = reader;
    }

    <T> T read(Supplier<T> query) {
        return reader.execute(
                _ -> {
                    sql.sql(SETTINGS).query().singleRow();
                    return query.get();
                });
    }
}
