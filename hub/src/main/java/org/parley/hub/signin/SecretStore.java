package org.parley.hub.signin;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Random keys of the hub itself, the same at all its nodes.
@Repository
class SecretStore {

    private static final String MAKE =
            """
            INSERT INTO access.secret (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING
            """;

    private static final String FIND = "SELECT value FROM access.secret WHERE name = :name";

    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final SecureRandom random = new SecureRandom();

    SecretStore(
            @Qualifier("keeper") JdbcClient sql,
            @Qualifier("writer") TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// The key of that name, made when it is first asked for.
    byte[] get(String name) {
        return sql.sql(FIND)
                .param("name", name)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> make(name));
    }

    private byte[] make(String name) {
        var value = new byte[BYTES];
        random.nextBytes(value);
        transactions.executeWithoutResult(
                _ -> sql.sql(MAKE).param("name", name).param("value", value).update());
        return sql.sql(FIND).param("name", name).query(byte[].class).single();
    }
}
