package org.parley.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One PostgreSQL for all tests of a run, and a migrated database of its own for whoever asks. It
// is
/// a scratch run: commits do not wait for the disk, since no test outlives the machine.
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = started();
    private static final String PASSWORD = "test";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        var sql = sql("postgres");
        for (var old :
                sql.sql("SELECT datname FROM pg_database WHERE datname ~ '^(migrated|test_.*)$'")
                        .query(String.class)
                        .list()) {
            sql.sql("DROP DATABASE \"%s\" WITH (FORCE)".formatted(old)).update();
        }
        sql.sql("CREATE DATABASE " + TEMPLATE).update();
        Store.open(POSTGRES.access(TEMPLATE), PASSWORD, true).close();
    }

    private TestDatabase() {}

    private static EmbeddedPostgres started() {
        var postgres =
                EmbeddedPostgres.in(
                        Path.of("target/test-database"),
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off");
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        postgres.close();
                                    } catch (IOException leftBehind) {
                                        throw new UncheckedIOException(leftBehind);
                                    }
                                }));
        return postgres;
    }

    /// A way into a new database with the hub's schema and nothing in it.
    public static synchronized DatabaseAccess fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        sql("postgres").sql("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE)).update();
        return POSTGRES.access(name);
    }

    /// A new database, opened as the hub opens it.
    public static Store open() {
        return Store.open(fresh(), PASSWORD, true);
    }

    private static JdbcClient sql(String database) {
        var access = POSTGRES.access(database);
        return JdbcClient.create(
                new DriverManagerDataSource(access.url(), access.user(), access.password()));
    }
}
