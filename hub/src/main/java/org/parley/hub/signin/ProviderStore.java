package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which account is whose at which provider. Issuer and subject together: two providers may call
/// two people the same.
@Repository
class ProviderStore {

    private static final String FIND =
            "SELECT account FROM access.provider_subject WHERE issuer = :issuer AND subject = :subject";

    private static final String BIND =
            """
            INSERT INTO access.provider_subject (issuer, subject, account, bound_at)
            VALUES (:issuer, :subject, :account, :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String OF =
            "SELECT issuer, bound_at FROM access.provider_subject WHERE account = :account";

    private static final String FREE =
            "DELETE FROM access.provider_subject WHERE account = :account";

    private final JdbcClient sql;

    ProviderStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> account(String issuer, String subject) {
        return sql.sql(FIND)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /// Who an account is at a provider.
    record Bound(String issuer, Instant since) {}

    Optional<Bound> of(String account) {
        return sql.sql(OF)
                .param("account", account)
                .query(
                        (row, _) ->
                                new Bound(
                                        row.getString("issuer"),
                                        row.getObject("bound_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    /// @return whether neither the subject nor the account was bound before
    boolean bind(String issuer, String subject, String account, Instant at) {
        return sql.sql(BIND)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("account", account)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void free(String account) {
        sql.sql(FREE).param("account", account).update();
    }
}
