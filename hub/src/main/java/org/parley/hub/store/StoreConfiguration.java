package org.parley.hub.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the hub's store when the hub starts: the deployer's database where one is given, the
/// embedded one otherwise.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    /// The embedded database while the hub uses it.
    record Embedded(@Nullable EmbeddedPostgres postgres) implements AutoCloseable {
        @Override
        public void close() {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    @Bean
    DataFolder dataFolder(StoreSettings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean
    Embedded embeddedDatabase(StoreSettings settings, DataFolder folder) {
        return new Embedded(settings.database().isGiven() ? null : EmbeddedPostgres.in(folder));
    }

    @Bean
    Store store(StoreSettings settings, DataFolder folder, Embedded embedded) {
        var given = settings.database().rolesPassword();
        return Store.open(
                owner(settings, folder, embedded),
                given == null ? folder.secrets().get("roles") : given,
                settings.scratch());
    }

    private static DatabaseAccess owner(
            StoreSettings settings, DataFolder folder, Embedded embedded) {
        return embedded.postgres() == null
                ? settings.database().access()
                : Owner.of(embedded.postgres(), folder.secrets().get("owner"));
    }

    @Bean
    @Primary
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(Store store) {
        return store.transactionManager();
    }

    @Bean
    @Primary
    TransactionTemplate reader(Store store) {
        return store.reader();
    }

    @Bean
    TransactionTemplate writer(Store store) {
        return store.writer();
    }

    @Bean
    TransactionTemplate eraser(Store store) {
        return store.eraser();
    }

    @Bean
    TransactionTemplate signer(Store store) {
        return store.signer();
    }
}
