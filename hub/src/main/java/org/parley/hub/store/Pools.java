package org.parley.hub.store;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/// One pool of connections for each role, and the source that takes from the right one.
final class Pools implements AutoCloseable {

    private final Map<StoreRole, HikariDataSource> pools = new EnumMap<>(StoreRole.class);
    private final AbstractRoutingDataSource routing =
            new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    return RoleTransactions.current();
                }
            };

    /// @param rowSecurity whether those who ask read under row security
    Pools(String url, String password, boolean rowSecurity) {
        for (var role : StoreRole.values()) {
            pools.put(role, pool(url, role, password));
        }
        var sources = new HashMap<Object, Object>(pools);
        if (rowSecurity) {
            sources.put(
                    StoreRole.READER, new OnBehalf(requireNonNull(pools.get(StoreRole.READER))));
        } else {
            sources.put(StoreRole.READER, pools.get(StoreRole.KEEPER));
        }
        routing.setTargetDataSources(sources);
        routing.afterPropertiesSet();
    }

    private static HikariDataSource pool(String url, StoreRole role, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(role.login());
        config.setPassword(password);
        config.setPoolName(role.login());
        config.setMaximumPoolSize(role.connections());
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", role.login());
        return new HikariDataSource(config);
    }

    DataSource routing() {
        return routing;
    }

    /// For what the hub reads to run: inside a transaction that transaction's connection, otherwise
    /// one of the keeper's.
    DataSource keeping() {
        return new Keeping(routing, requireNonNull(pools.get(StoreRole.KEEPER)));
    }

    /// The keeper's connections, whatever transaction is under way.
    DataSource apart() {
        return requireNonNull(pools.get(StoreRole.KEEPER));
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
