package org.parley.hub.store;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a database must promise before the hub says "recorded" on its word: a commit survives a
/// crash.
///
/// @param weak the settings that are off; anything here means a scratch run
record Durability(List<String> weak) {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final int OLDEST = 150_000;

    private static final String WEAK =
            """
            SELECT name FROM pg_settings
             WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')
               AND setting = 'off'
             ORDER BY name
            """;

    Durability {
        weak = List.copyOf(weak);
    }

    static void checkVersion(JdbcClient sql) {
        int version =
                sql.sql("SELECT current_setting('server_version_num')::int")
                        .query(Integer.class)
                        .single();
        if (version < OLDEST) {
            throw new CannotStart(
                    CannotStart.Why.DATABASE_UNFIT,
                    "The database is PostgreSQL %d; the hub needs 15 or newer"
                            .formatted(version / 10_000));
        }
    }

    /// @param sql as the role that writes, since a role can have settings of its own
    static Durability of(JdbcClient sql, boolean scratch) {
        List<String> weak = sql.sql(WEAK).query((row, _) -> row.getString(1)).list();
        if (!weak.isEmpty() && !scratch) {
            throw new CannotStart(
                    CannotStart.Why.MAY_LOSE,
                    ("The database may lose what was recorded: %s is off; switch it on, or start"
                                    + " with --scratch when losing everything is acceptable")
                            .formatted(String.join(", ", weak)));
        }
        if (!weak.isEmpty()) {
            LOG.warn("Scratch run: {} is off, a crash may lose what was recorded", weak);
        }
        return new Durability(weak);
    }
}
