package org.parley.hub.store;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// An open database: migrated, checked, and reached through one pool for each of the hub's roles.
/// Whoever asks outside a transaction reads; [#writer()] is for an operation's writer.
public final class Store implements AutoCloseable {

    private static final String MAKE_ROLE =
            """
            DO $$
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                    CREATE ROLE %1$s LOGIN;
                END IF;
                ALTER ROLE %1$s PASSWORD '%2$s';
            END $$
            """;

    private final Map<StoreRole, HikariDataSource> pools = new EnumMap<>(StoreRole.class);
    private final DataSource dataSource;
    private final Map<StoreRole, RoleTransactions> transactions = new EnumMap<>(StoreRole.class);
    private final TransactionTemplate reader;

    private Store(DatabaseAccess owner, String password, boolean scratch) {
        var asOwner = new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
        var sql = JdbcClient.create(asOwner);
        Durability.check(sql, scratch);
        migrate(asOwner, sql, password);
        for (var role : StoreRole.values()) {
            pools.put(role, pool(owner.url(), role, password));
        }
        this.dataSource = routing(pools);
        var manager = new JdbcTransactionManager(dataSource);
        for (var role : StoreRole.values()) {
            transactions.put(role, new RoleTransactions(manager, role));
        }
        this.reader = new RoleTransactions(manager, StoreRole.READER);
        this.reader.setReadOnly(true);
        this.reader.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Opens the database and brings its schema up to date.
    ///
    /// @param password of the hub's own roles, which are made where they are missing
    /// @param scratch whether losing data is acceptable
    public static Store open(DatabaseAccess owner, String password, boolean scratch) {
        return new Store(owner, password, scratch);
    }

    private static void migrate(DataSource asOwner, JdbcClient sql, String password) {
        var names = new HashMap<String, String>();
        for (var role : StoreRole.values()) {
            sql.sql(MAKE_ROLE.formatted(role.login(), password)).update();
            names.put(role.name().toLowerCase(Locale.ROOT), role.login());
        }
        Flyway.configure()
                .dataSource(asOwner)
                .locations("classpath:db/migration")
                .placeholders(names)
                .load()
                .migrate();
    }

    private static HikariDataSource pool(String url, StoreRole role, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(role.login());
        config.setPassword(password);
        config.setPoolName(role.login());
        config.setMaximumPoolSize(
                switch (role) {
                    case READER -> 16;
                    case WRITER -> 8;
                    case SIGNER, ERASER -> 2;
                });
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", role.login());
        return new HikariDataSource(config);
    }

    private static DataSource routing(Map<StoreRole, HikariDataSource> pools) {
        var routing =
                new AbstractRoutingDataSource() {
                    @Override
                    protected Object determineCurrentLookupKey() {
                        return RoleTransactions.current();
                    }
                };
        routing.setTargetDataSources(new HashMap<>(pools));
        routing.afterPropertiesSet();
        return routing;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    /// Transactions that write, read committed.
    public TransactionTemplate writer() {
        return requireNonNull(transactions.get(StoreRole.WRITER));
    }

    /// Transactions that only read and see one moment throughout.
    public TransactionTemplate reader() {
        return reader;
    }

    public TransactionTemplate eraser() {
        return requireNonNull(transactions.get(StoreRole.ERASER));
    }

    public TransactionTemplate signer() {
        return requireNonNull(transactions.get(StoreRole.SIGNER));
    }

    JdbcTransactionManager transactionManager() {
        return (JdbcTransactionManager) requireNonNull(reader.getTransactionManager());
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
