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
/// @param attach whether another hub has the folder open and its database is to be shared: nothing
///     is started or migrated
/// @param scratch whether losing what was said is acceptable: the durability check only warns
@ConfigurationProperties("parley")
public record StoreSettings(
        @DefaultValue("data") Path data,
        @Name("database") @DefaultValue Database database,
        @DefaultValue("false") boolean attach,
        @DefaultValue("false") boolean scratch) {

    /// @param url of PostgreSQL 15 or newer, as `jdbc:postgresql://…` or `postgresql://…`
    /// @param user owns the schemas; may make roles unless they are there
    /// @param rolesPassword of the hub's own roles; nodes that share a database share it. Made at
    ///     random and kept in the data folder where it is not given
    public record Database(
            @Nullable String url,
            @DefaultValue("parley") String user,
            @DefaultValue("") String password,
            @Nullable String rolesPassword) {

        boolean isGiven() {
            return url != null && !url.isBlank();
        }

        DatabaseAccess access() {
            return DatabaseAccess.of(String.valueOf(url), user, password);
        }
    }
}
