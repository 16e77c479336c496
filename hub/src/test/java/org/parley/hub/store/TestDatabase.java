package org.parley.hub.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One PostgreSQL for all tests of a run, and a migrated database of its own for whoever asks,
/// copied from a template that is kept between runs until a migration changes. It is a scratch run:
/// commits do not wait for the disk, since no test outlives the machine.
public final class TestDatabase {

    private static final String PASSWORD = "test";
    private static final int RUNS_AT_ONCE = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "migrated_" + MigrationFiles.digest();

    /// The server of this run, started by whoever first wants something of it: a process that only
    /// opens a database of another run's server starts none.
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = started();

        static {
            Owner.makeRole(POSTGRES, PASSWORD);
            List<String> there =
                    sql(POSTGRES)
                            .sql("SELECT datname FROM pg_database")
                            .query((row, _) -> row.getString(1))
                            .list();
            there.stream()
                    .filter(name -> name.startsWith("test_") || name.startsWith("migrated_"))
                    .filter(name -> !name.equals(TEMPLATE))
                    .forEach(
                            old ->
                                    sql(POSTGRES)
                                            .sql("DROP DATABASE %s WITH (FORCE)".formatted(old))
                                            .update());
            if (!there.contains(TEMPLATE)) {
                makeTemplate(POSTGRES);
            }
        }
    }

    private TestDatabase() {}

    private static EmbeddedPostgres started() {
        var folder = folder();
        var postgres =
                EmbeddedPostgres.in(
                        folder,
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off",
                        "shared_buffers=32MB");
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }

    private static DataFolder folder() {
        for (int run = 1; run < RUNS_AT_ONCE; run++) {
            var path = Path.of("target/databases/" + run);
            if (!DataFolder.inUse(path)) {
                return DataFolder.open(path);
            }
        }
        return DataFolder.open(Path.of("target/databases/" + RUNS_AT_ONCE));
    }

    // Under another name first: an interrupted run must not leave half a template.
    private static void makeTemplate(EmbeddedPostgres postgres) {
        create(postgres, "test_template", "template1");
        Store.open(access(postgres, "test_template"), PASSWORD, true).close();
        sql(postgres).sql("ALTER DATABASE test_template RENAME TO " + TEMPLATE).update();
    }

    private static void create(EmbeddedPostgres postgres, String name, String template) {
        sql(postgres)
                .sql(
                        "CREATE DATABASE %s TEMPLATE %s OWNER %s"
                                .formatted(name, template, Owner.LOGIN))
                .update();
    }

    private static DatabaseAccess access(EmbeddedPostgres postgres, String database) {
        return new DatabaseAccess(postgres.url(database), Owner.LOGIN, PASSWORD);
    }

    /// A way into a new database with the hub's schema and nothing in it, as its owner.
    public static synchronized DatabaseAccess fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        create(Server.POSTGRES, name, TEMPLATE);
        return access(Server.POSTGRES, name);
    }

    /// A new database, opened as the hub opens it but for row security: here the hub's own layer is
    /// tried alone. Over HTTP, and in `RowSecurityTest`, both stand.
    public static Store open() {
        return open(fresh());
    }

    /// The same for one that is there already.
    public static Store open(DatabaseAccess access) {
        return Store.unguarded(access, PASSWORD);
    }

    /// A new database under row security, as a hub has it.
    public static Store guarded() {
        return guarded(fresh());
    }

    /// The same for one that is there already.
    public static Store guarded(DatabaseAccess access) {
        return Store.migrated(access, PASSWORD, true);
    }

    /// A new database without any of the hub's tables.
    static synchronized DatabaseAccess empty() {
        var name = "test_" + COUNT.incrementAndGet();
        create(Server.POSTGRES, name, "template1");
        return access(Server.POSTGRES, name);
    }

    /// As superuser of the test server.
    static JdbcClient sql() {
        return sql(Server.POSTGRES);
    }

    private static JdbcClient sql(EmbeddedPostgres postgres) {
        return Owner.sql(postgres.superuser("postgres"));
    }
}
