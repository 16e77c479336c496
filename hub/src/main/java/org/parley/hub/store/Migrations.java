package org.parley.hub.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings a database's schema up to this version of the hub, as its owner.
final class Migrations {

    // Roles could otherwise make tables, temporary ones and in a schema that came from PostgreSQL
    // 14,
    // and would own them.
    private static final List<String> NOTHING_OF_THEIR_OWN =
            List.of(
                    "format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database())",
                    "'REVOKE CREATE ON SCHEMA public FROM PUBLIC'");

    private static final String WHERE_IT_MAY =
            """
            DO $$
            BEGIN
                EXECUTE %s;
            EXCEPTION WHEN insufficient_privilege OR undefined_object OR invalid_schema_name THEN
                RAISE NOTICE 'it belongs to somebody else, or is not there';
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
    }

    /// Each time that a database is opened: what is granted on a database itself, unlike all that
    /// is in it, does not come along when the database is copied or restored.
    static void nothingOfTheirOwn(DataSource owner) {
        var sql = JdbcClient.create(owner);
        NOTHING_OF_THEIR_OWN.forEach(
                revoke -> sql.sql(WHERE_IT_MAY.replace("%s", revoke)).update());
    }

    private static String firstLine(FlywayException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
