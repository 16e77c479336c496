package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Printed codes, by their hashes, and what officers asked for on behalf of others.
@Repository
class RecoveryStore {

    private static final String ADD_CODE =
            """
            INSERT INTO access.recovery_code (code, account, made_at) VALUES (:code, :account, :at)
            """;

    private static final String USE_CODE =
            """
            UPDATE access.recovery_code SET used_at = :now
             WHERE code = :code AND used_at IS NULL
            RETURNING account
            """;

    private static final String VOID_CODES =
            """
            UPDATE access.recovery_code SET used_at = :now
             WHERE account = :account AND used_at IS NULL
            """;

    private static final String LEFT =
            """
            SELECT count(*) FROM access.recovery_code WHERE account = :account AND used_at IS NULL
            """;

    private static final String ASK =
            """
            INSERT INTO access.recovery (account, asked_by, asked_at, ends_at)
            VALUES (:account, :askedBy, :at, :endsAt)
            """;

    private static final String OPEN =
            """
            SELECT r.id, r.account, r.asked_by, r.asked_at, r.ends_at
              FROM access.recovery r
              JOIN access.account a ON a.id = r.account
             WHERE r.approved_by IS NULL AND r.ends_at > :now AND a.disabled_at IS NULL AND\s""";

    private static final String APPROVE =
            """
            UPDATE access.recovery SET approved_by = :by, approved_at = :now
             WHERE id = :id AND approved_by IS NULL AND ends_at > :now AND asked_by <> :by
               AND account <> :by
            """;

    private final JdbcClient sql;

    RecoveryStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void addCode(byte[] code, String account, Instant at) {
        sql.sql(ADD_CODE)
                .param("code", code)
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /// @return whose code it was, where it was one that nobody had used
    Optional<String> useCode(byte[] code, Instant now) {
        return sql.sql(USE_CODE)
                .param("code", code)
                .param("now", now.atOffset(UTC))
                .query(String.class)
                .optional();
    }

    void voidCodes(String account, Instant now) {
        sql.sql(VOID_CODES).param("account", account).param("now", now.atOffset(UTC)).update();
    }

    long codesLeft(String account) {
        return sql.sql(LEFT).param("account", account).query(Long.class).single();
    }

    void ask(String account, String askedBy, Instant at, Instant endsAt) {
        sql.sql(ASK)
                .param("account", account)
                .param("askedBy", askedBy)
                .param("at", at.atOffset(UTC))
                .param("endsAt", endsAt.atOffset(UTC))
                .update();
    }

    List<RecoveryAsked> open(String organisation, Instant now) {
        return sql.sql(OPEN + "a.organisation = :organisation ORDER BY r.asked_at")
                .param("organisation", organisation)
                .param("now", now.atOffset(UTC))
                .query(RecoveryStore::row)
                .list();
    }

    Optional<RecoveryAsked> find(UUID id, Instant now) {
        return sql.sql(OPEN + "r.id = :id")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .query(RecoveryStore::row)
                .optional();
    }

    /// @return whether it was waiting for just that
    boolean approve(UUID id, String by, Instant now) {
        return sql.sql(APPROVE)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private static RecoveryAsked row(ResultSet row, int number) throws SQLException {
        return new RecoveryAsked(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }
}
