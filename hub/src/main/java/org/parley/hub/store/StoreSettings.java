package org.parley.hub.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// Where the hub keeps its records.
///
/// @param data the folder of this hub: embedded database, signer, secrets
/// @param database the deployer's own PostgreSQL; without a URL the embedded one is used
/// @param scratch whether losing what was said is acceptable: the durability check only warns
@ConfigurationProperties("parley")
public record StoreSettings(
        @DefaultValue("data") Path data,
        @Name("database") @DefaultValue Database database,
        @DefaultValue("false") boolean scratch) {

    /// @param url a JDBC URL of PostgreSQL 15 or newer; its user owns the schemas
    public record Database(
            @Nullable String url, @Nullable String user, @Nullable String password) {}
}
