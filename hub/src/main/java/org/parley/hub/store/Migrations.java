package org.parley.hub.store;

import java.util.HashMap;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings a database's schema up to this version of the hub, as its owner.
final class Migrations {

    // Roles could otherwise make temporary tables, and would own them.
    private static final String NOTHING_OF_THEIR_OWN =
            """
            DO $$
            BEGIN
                EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
            EXCEPTION WHEN insufficient_privilege THEN
                RAISE NOTICE 'the database belongs to somebody else';
            END $$
            """;

    private Migrations() {}

    static void run(DataSource owner) {
        var names = new HashMap<String, String>();
        for (var role : StoreRole.values()) {
            names.put(role.name().toLowerCase(Locale.ROOT), role.login());
        }
        try {
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .placeholders(names)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException refused) {
            throw new CannotStart(
                    CannotStart.Why.DATABASE_UNFIT,
                    "The database's tables do not fit this version of the hub: %s"
                            .formatted(firstLine(refused)),
                    refused);
        }
        JdbcClient.create(owner).sql(NOTHING_OF_THEIR_OWN).update();
    }

    private static String firstLine(FlywayException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
