package org.parley.hub.store;

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

    static void makeRole(EmbeddedPostgres postgres, String password) {
        var source = source(postgres.superuser("postgres"));
        if (!Roles.exists(JdbcClient.create(source), LOGIN)) {
            JdbcClient.create(source)
                    .sql("CREATE ROLE %s LOGIN CREATEROLE".formatted(LOGIN))
                    .update();
            Roles.setPassword(source, LOGIN, password);
        }
    }

    static JdbcClient sql(DatabaseAccess access) {
        return JdbcClient.create(source(access));
    }

    private static DriverManagerDataSource source(DatabaseAccess access) {
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }
}
