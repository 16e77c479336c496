package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Public keys of passkeys, and which challenges were used.
@Repository
class PasskeyStore {

    private static final String ADD =
            """
            INSERT INTO access.passkey (credential, account, user_handle, name, public_key,
                   sign_count, backup_eligible, backed_up, transports, added_at)
            VALUES (:credential, :account, :handle, :name, :key, :count, :eligible, :backedUp,
                   :transports, :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND =
            """
            SELECT credential, account, user_handle, name, public_key, sign_count,
                   backup_eligible, backed_up, transports
              FROM access.passkey
             WHERE credential = :credential AND revoked_at IS NULL
            """;

    private static final String OF =
            """
            SELECT credential, name, backed_up, added_at, used_at FROM access.passkey
             WHERE account = :account AND revoked_at IS NULL
             ORDER BY added_at, name
            """;

    // Only forward, so that of two proofs with one counter the second is refused.
    private static final String USED =
            """
            UPDATE access.passkey SET sign_count = :count, backed_up = :backedUp, used_at = :at
             WHERE credential = :credential AND revoked_at IS NULL
               AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
            """;

    private static final String REVOKE =
            """
            UPDATE access.passkey SET revoked_at = :at
             WHERE credential = :credential AND account = :account AND revoked_at IS NULL
            """;

    private static final String REVOKE_ALL =
            """
            UPDATE access.passkey SET revoked_at = :at
             WHERE account = :account AND revoked_at IS NULL
            """;

    private static final String FORGET_CHALLENGES =
            "DELETE FROM access.used_challenge WHERE ends_at < :now";

    private static final String USE_CHALLENGE =
            """
            INSERT INTO access.used_challenge (digest, ends_at) VALUES (:digest, :endsAt)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;

    PasskeyStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    /// A key as it is kept.
    ///
    /// @param key the attested credential data: model, id and public key
    record Kept(
            byte[] credential,
            String account,
            byte[] handle,
            String name,
            byte[] key,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    /// @return whether the credential was not known before
    boolean add(Kept kept, Instant at) {
        return sql.sql(ADD)
                        .param("credential", kept.credential())
                        .param("account", kept.account())
                        .param("handle", kept.handle())
                        .param("name", kept.name())
                        .param("key", kept.key())
                        .param("count", kept.signCount())
                        .param("eligible", kept.backupEligible())
                        .param("backedUp", kept.backedUp())
                        .param("transports", kept.transports())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Kept> find(byte[] credential) {
        return sql.sql(FIND)
                .param("credential", credential)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getBytes("credential"),
                                        row.getString("account"),
                                        row.getBytes("user_handle"),
                                        row.getString("name"),
                                        row.getBytes("public_key"),
                                        row.getLong("sign_count"),
                                        row.getBoolean("backup_eligible"),
                                        row.getBoolean("backed_up"),
                                        row.getString("transports")))
                .optional();
    }

    List<Passkey> of(String account) {
        return sql.sql(OF)
                .param("account", account)
                .query(
                        (row, _) ->
                                new Passkey(
                                        Keyring.id(row.getBytes("credential")),
                                        row.getString("name"),
                                        row.getBoolean("backed_up"),
                                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "used_at", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    boolean used(byte[] credential, long count, boolean backedUp, Instant at) {
        return sql.sql(USED)
                        .param("credential", credential)
                        .param("count", count)
                        .param("backedUp", backedUp)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean revoke(byte[] credential, String account, Instant at) {
        return sql.sql(REVOKE)
                        .param("credential", credential)
                        .param("account", account)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    int revokeAll(String account, Instant at) {
        return sql.sql(REVOKE_ALL).param("account", account).param("at", at.atOffset(UTC)).update();
    }

    /// @return whether nobody used the challenge before
    boolean useChallenge(byte[] digest, Instant endsAt, Instant now) {
        sql.sql(FORGET_CHALLENGES).param("now", now.atOffset(UTC)).update();
        return sql.sql(USE_CHALLENGE)
                        .param("digest", digest)
                        .param("endsAt", endsAt.atOffset(UTC))
                        .update()
                == 1;
    }
}
