package org.parley.hub.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the hub's own login roles where they are missing. Roles belong to a database server, not
/// to a database: nodes of one hub share them, and so they share the password.
final class Roles {

    private static final String WRONG_PASSWORD = "28P01";

    private Roles() {}

    static void make(DataSource owner, DatabaseAccess access, String password) {
        var sql = JdbcClient.create(owner);
        for (var role : StoreRole.values()) {
            if (!exists(sql, role.login())) {
                create(owner, sql, access, role, password);
            } else if (!opens(access.url(), role, password)) {
                throw new CannotStart(
                        ("The role %s has another password: give this hub the other node's, as"
                                        + " parley.database.roles-password")
                                .formatted(role.login()));
            }
            if (role.passesRowSecurity() && !passes(sql, role)) {
                letPass(sql, access, role);
            }
        }
    }

    static boolean exists(JdbcClient sql, String login) {
        return sql.sql("SELECT count(*) FROM pg_roles WHERE rolname = :login")
                        .param("login", login)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static boolean passes(JdbcClient sql, StoreRole role) {
        return sql.sql("SELECT rolbypassrls FROM pg_roles WHERE rolname = :login")
                .param("login", role.login())
                .query(Boolean.class)
                .single();
    }

    private static void letPass(JdbcClient sql, DatabaseAccess access, StoreRole role) {
        try {
            sql.sql("ALTER ROLE %s BYPASSRLS".formatted(role.login())).update();
        } catch (DataAccessException refused) {
            throw new CannotStart(
                    ("The database user %s may not let the role %s pass row security, which the"
                                    + " hub needs to write by COPY; as a superuser, run: ALTER ROLE"
                                    + " %s BYPASSRLS")
                            .formatted(access.user(), role.login(), role.login()),
                    refused);
        }
    }

    private static void create(
            DataSource owner,
            JdbcClient sql,
            DatabaseAccess access,
            StoreRole role,
            String password) {
        try {
            sql.sql("CREATE ROLE %s LOGIN".formatted(role.login())).update();
        } catch (DataAccessException refused) {
            throw new CannotStart(
                    "The database user %s may not make the role %s; give it CREATEROLE"
                            .formatted(access.user(), role.login()),
                    refused);
        }
        setPassword(owner, role.login(), password);
    }

    // The driver sends the password's SCRAM verifier, so that it appears in no log of the server.
    static void setPassword(DataSource source, String login, String password) {
        try (var connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(login, password.toCharArray(), "scram-sha-256");
        } catch (SQLException refused) {
            throw new CannotStart(
                    "The password of the role %s cannot be set".formatted(login), refused);
        }
    }

    // Whatever else keeps a role out, a missing right on the database say, is told when it is used.
    private static boolean opens(String url, StoreRole role, String password) {
        try (var _ = DriverManager.getConnection(url, role.login(), password)) {
            return true;
        } catch (SQLException refused) {
            return !WRONG_PASSWORD.equals(refused.getSQLState());
        }
    }
}
