package org.parley.hub.store;

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

    Pools(String url, String password) {
        for (var role : StoreRole.values()) {
            pools.put(role, pool(url, role, password));
        }
        routing.setTargetDataSources(new HashMap<>(pools));
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

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
