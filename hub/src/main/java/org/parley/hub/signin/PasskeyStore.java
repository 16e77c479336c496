package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Public keys of passkeys, and which challenges were used.
@Repository
class PasskeyStore implements Keeps {

    private static final String ADD =
            """
            INSERT INTO access.passkey (credential, account, user_handle, name, public_key,
                   sign_count, backup_eligible, backed_up, transports, added_at, waits, by_link)
            VALUES (:credential, :account, :handle, :name, :key, :count, :eligible, :backedUp,
                   :transports, :at, :waits, :byLink)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND =
            """
            SELECT credential, account, user_handle, name, public_key, sign_count,
                   backup_eligible, backed_up, transports
              FROM access.passkey
             WHERE credential = :credential AND revoked_at IS NULL AND NOT waits
            """;

    private static final String OF =
            """
            SELECT credential, name, backed_up, added_at, used_at, waits FROM access.passkey
             WHERE account = :account AND revoked_at IS NULL
             ORDER BY added_at, name
            """;

    // Only forward, so that of two proofs with one counter the second is refused.
    private static final String USED =
            """
            UPDATE access.passkey SET sign_count = :count, backed_up = :backedUp, used_at = :at
             WHERE credential = :credential AND revoked_at IS NULL AND NOT waits
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

    // The one key that came by a link not long ago, and no other since, revoked or not.
    private static final String SECOND_OF_LINK =
            """
            SELECT count(*) = 1 AND bool_and(by_link AND revoked_at IS NULL)
              FROM access.passkey
             WHERE account = :account
               AND added_at >= coalesce((SELECT max(added_at) FROM access.passkey
                                          WHERE account = :account AND by_link), 'infinity')
               AND added_at > :since
            """;

    private static final String TAKES_EFFECT =
            "UPDATE access.passkey SET waits = false WHERE credential = :credential AND waits";

    private static final String STRIKE =
            """
            UPDATE access.passkey SET revoked_at = added_at
             WHERE credential = :credential AND waits AND revoked_at IS NULL
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

    /// A key that is good at once.
    ///
    /// @return whether the credential was not known before
    boolean add(Kept kept, Instant at) {
        return add(kept, at, Keyring.How.ADDED);
    }

    /// @return whether the credential was not known before
    boolean add(Kept kept, Instant at, Keyring.How how) {
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
                        .param("waits", how == Keyring.How.WAITS)
                        .param("byLink", how == Keyring.How.BY_LINK)
                        .update()
                == 1;
    }

    /// Whether the next key of the account is the second of an enrolment that two people stood for.
    boolean isSecondOfLink(String account, Instant since) {
        return Boolean.TRUE.equals(
                sql.sql(SECOND_OF_LINK)
                        .param("account", account)
                        .param("since", since.atOffset(UTC))
                        .query((row, _) -> row.getBoolean(1))
                        .single());
    }

    @Override
    public Set<Awaited.What> kept() {
        return Set.of(Awaited.What.PASSKEY);
    }

    @Override
    public void takesEffect(String id) {
        sql.sql(TAKES_EFFECT).param("credential", Base64.getUrlDecoder().decode(id)).update();
    }

    @Override
    public void struck(String id) {
        sql.sql(STRIKE).param("credential", Base64.getUrlDecoder().decode(id)).update();
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
                                                .map(OffsetDateTime::toInstant),
                                        row.getBoolean("waits")))
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
