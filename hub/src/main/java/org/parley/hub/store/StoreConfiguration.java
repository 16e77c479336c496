package org.parley.hub.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    DataFolder dataFolder(StoreSettings settings, Optional<EarlyDatabase> early) {
        if (early.isPresent()) {
            return early.get().folder();
        }
        return settings.attach()
                ? DataFolder.beside(settings.data())
                : DataFolder.open(settings.data());
    }

    @Bean
    Embedded embeddedDatabase(
            StoreSettings settings, DataFolder folder, Optional<EarlyDatabase> early) {
        if (early.isPresent()) {
            return new Embedded(early.get().postgres());
        }
        boolean ours = !settings.attach() && !settings.database().isGiven();
        return new Embedded(ours ? EmbeddedPostgres.in(folder) : null);
    }

    @Bean
    Store store(StoreSettings settings, DataFolder folder, Embedded embedded) {
        var given = settings.database().rolesPassword();
        var password = given == null ? folder.secrets().get("roles") : given;
        var owner = owner(settings, folder, embedded);
        return settings.attach()
                ? Store.migrated(owner, password, true)
                : Store.open(owner, password, settings.scratch());
    }

    private static DatabaseAccess owner(
            StoreSettings settings, DataFolder folder, Embedded embedded) {
        if (settings.database().isGiven()) {
            return settings.database().access();
        }
        return embedded.postgres() == null
                ? Owner.running(folder)
                : Owner.of(embedded.postgres(), folder.secrets().get("owner"));
    }

    @Bean
    @Primary
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    @Primary
    JdbcClient sql(Store store) {
        return store.sql();
    }

    @Bean
    JdbcClient keeper(Store store) {
        return store.keeper();
    }

    @Bean
    JdbcClient apart(Store store) {
        return store.apart();
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
    TransactionTemplate keeping(Store store) {
        return store.keeping();
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

    @Bean
    TransactionTemplate signing(Store store) {
        return store.signing();
    }
}
