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
        public void close() throws Exception {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    @Bean
    Embedded embeddedDatabase(StoreSettings settings) {
        return new Embedded(
                settings.database().url() == null ? EmbeddedPostgres.in(settings.data()) : null);
    }

    @Bean
    Store store(StoreSettings settings, Embedded embedded) {
        var database = settings.database();
        var owner =
                embedded.postgres() != null
                        ? embedded.postgres().access()
                        : new DatabaseAccess(
                                String.valueOf(database.url()),
                                database.user() == null ? "parley" : database.user(),
                                database.password() == null ? "" : database.password());
        return Store.open(owner, new Secrets(settings.data()).get("roles"), settings.scratch());
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
