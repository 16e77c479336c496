package org.parley.hub.store;

import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Makes the role that owns the hub's schemas in an embedded database, so that migrations need no
/// superuser.
final class Owner {

    static final String LOGIN = "parley_owner";
    static final String DATABASE = "parley";

    private Owner() {}

    /// The way in as owner of the hub's database, both made where they are missing.
    static DatabaseAccess of(EmbeddedPostgres postgres, String password) {
        makeRole(postgres, password);
        var sql = sql(postgres.superuser("postgres"));
        var there =
                sql.sql("SELECT count(*) FROM pg_database WHERE datname = :name")
                        .param("name", DATABASE)
                        .query(Long.class)
                        .single();
        if (there == 0) {
            sql.sql("CREATE DATABASE %s OWNER %s".formatted(DATABASE, LOGIN)).update();
        }
        return new DatabaseAccess(postgres.url(DATABASE), LOGIN, password);
    }

    /// The way in while another hub keeps the embedded database running.
    static DatabaseAccess running(DataFolder folder) {
        try {
            int port = Cluster.port(folder.path().resolve("database"));
            return new DatabaseAccess(
                    "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE),
                    LOGIN,
                    folder.secrets().get("owner"));
        } catch (IOException | RuntimeException gone) {
            throw new CannotStart(
                    CannotStart.Why.DATABASE_UNREACHABLE,
                    "A hub holds the data folder %s, but its database does not run yet, or no longer; try again in a moment"
                            .formatted(folder.path()),
                    gone);
        }
    }

    static void makeRole(EmbeddedPostgres postgres, String password) {
        var source = source(postgres.superuser("postgres"));
        if (!Roles.exists(JdbcClient.create(source), LOGIN)) {
            JdbcClient.create(source)
                    .sql("CREATE ROLE %s LOGIN CREATEROLE".formatted(LOGIN))
                    .update();
            Roles.setPassword(source, LOGIN, password);
        }
        // It gives this on to the writer's role, and only who has it may.
        JdbcClient.create(source).sql("ALTER ROLE %s BYPASSRLS".formatted(LOGIN)).update();
    }

    static JdbcClient sql(DatabaseAccess access) {
        return JdbcClient.create(source(access));
    }

    private static DriverManagerDataSource source(DatabaseAccess access) {
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }
}
