package org.parley.hub.flow;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads of many consignments that are named. The planner takes tables that were filled a moment
/// ago, and have no statistics yet, for empty: it would go through all of one, or through one in a
/// loop within a loop. These reads find rows by index and join them by hashing.
@Repository
class WholeStore {

    private static final String SET =
            """
            SELECT set_config('enable_nestloop', :loops, true),
                   set_config('enable_seqscan', :scans, true),
                   set_config('jit', 'off', true), set_config('work_mem', '64MB', true)
            """;

    private final JdbcClient sql;
    private final TransactionTemplate reader;

    WholeStore(JdbcClient sql, TransactionTemplate reader) {
        this.sql = sql;
        this.reader = reader;
    }

    <T> T read(Supplier<T> query) {
        return reader.execute(_ -> byIndex(query));
    }

    /// In the transaction in hand, which goes on as it was.
    <T> T byIndex(Supplier<T> query) {
        set("off", "off");
        var answer = query.get();
        set("on", "on");
        return answer;
    }

    private void set(String loops, String scans) {
        sql.sql(SET).param("loops", loops).param("scans", scans).query().singleRow();
    }
}
