package org.parley.hub.store;

import java.net.URI;

/// A way into a database as its owner.
///
/// @param url the JDBC URL
public record DatabaseAccess(String url, String user, String password) {

    private static final String JDBC = "jdbc:";

    /// @param url in JDBC's form or as other PostgreSQL tools write it; a user and password in the
    ///     latter go before the others
    static DatabaseAccess of(String url, String user, String password) {
        if (url.startsWith(JDBC + "postgresql:")) {
            return new DatabaseAccess(url, user, password);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new CannotStart(
                    "The database URL must start with postgresql:// or jdbc:postgresql://");
        }
        try {
            return parsed(URI.create(url), user, password);
        } catch (IllegalArgumentException unreadable) {
            throw new CannotStart("The database URL cannot be read", unreadable);
        }
    }

    private static DatabaseAccess parsed(URI uri, String user, String password) {
        var address =
                uri.getHost()
                        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                        + uri.getRawPath()
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        return new DatabaseAccess(
                JDBC + "postgresql://" + address,
                login.length > 0 ? login[0] : user,
                login.length > 1 ? login[1] : password);
    }

    /// Without the password, which belongs in no log.
    @Override
    public String toString() {
        return user + " at " + url.replaceAll("password=[^&]*", "password=…");
    }
}
