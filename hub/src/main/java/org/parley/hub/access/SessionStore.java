package org.parley.hub.access;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions. Each is known by the hash of its token, so that a copy of the table signs nobody in.
@Repository
class SessionStore {

    private static final String OPEN =
            """
            INSERT INTO access.session (token, account, opened_at, ends_at, means, address, by_key,
                   bound_to, last_seen, verified_at)
            VALUES (:token, :account, :openedAt, :endsAt, :means, :address, :key,
                   :boundTo, :openedAt, :verifiedAt)
            """;

    private static final String COLUMNS =
            """
            SELECT s.token, s.means, s.address, s.by_key, s.bound_to, s.opened_at, s.ends_at, s.verified_at,
                   coalesce(s.last_seen, s.opened_at) AS last_seen,
                   a.id, a.organisation, a.name, a.officer, a.operator
              FROM access.session s
              JOIN access.account a ON a.id = s.account
             WHERE a.disabled_at IS NULL AND\s""";

    private static final String SEEN =
            "UPDATE access.session SET last_seen = :at WHERE token = :token";

    private static final String VERIFIED =
            """
            UPDATE access.session SET verified_at = :at
             WHERE account = :account AND encode(substring(token FROM 1 FOR 8), 'hex') = :id
            """;

    private static final String END = "DELETE FROM access.session WHERE token = :token";

    private static final String END_ONE =
            """
            DELETE FROM access.session
             WHERE account = :account AND encode(substring(token FROM 1 FOR 8), 'hex') = :id
            """;

    private static final String END_BY_KEY =
            "DELETE FROM access.session WHERE account = :account AND by_key = :key";

    private static final String END_ALL = "DELETE FROM access.session WHERE account = :account";

    private static final String FORGET = "DELETE FROM access.session WHERE ends_at <= :now";

    private static final int ID_BYTES = 8;

    private final JdbcClient sql;

    SessionStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void open(byte[] token, String account, Session session) {
        sql.sql(OPEN)
                .param("token", token)
                .param("account", account)
                .param("openedAt", session.openedAt().atOffset(UTC))
                .param("endsAt", session.endsAt().atOffset(UTC))
                .param("means", session.means().code())
                .param("address", session.address())
                .param("key", session.key())
                .param("boundTo", session.boundTo())
                .param("verifiedAt", session.verified().map(at -> at.atOffset(UTC)).orElse(null))
                .update();
    }

    Optional<SignedIn> find(byte[] token) {
        return sql.sql(COLUMNS + "s.token = :token")
                .param("token", token)
                .query(SessionStore::signedIn)
                .optional();
    }

    List<Session> of(String account) {
        return sql
                .sql(COLUMNS + "s.account = :account ORDER BY s.opened_at DESC")
                .param("account", account)
                .query(SessionStore::signedIn)
                .list()
                .stream()
                .map(SignedIn::session)
                .toList();
    }

    void seen(byte[] token, Instant at) {
        sql.sql(SEEN).param("token", token).param("at", at.atOffset(UTC)).update();
    }

    void verified(String account, String id, Instant at) {
        sql.sql(VERIFIED)
                .param("account", account)
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void end(byte[] token) {
        sql.sql(END).param("token", token).update();
    }

    void endOne(String account, String id) {
        sql.sql(END_ONE).param("account", account).param("id", id).update();
    }

    void endByKey(String account, String key) {
        sql.sql(END_BY_KEY).param("account", account).param("key", key).update();
    }

    void endAll(String account) {
        sql.sql(END_ALL).param("account", account).update();
    }

    /// Takes away what has ended by itself.
    void forget(Instant now) {
        sql.sql(FORGET).param("now", now.atOffset(UTC)).update();
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        var hash = row.getBytes("token");
        return new SignedIn(
                row.getString("id"),
                new PartnerId(row.getString("organisation")),
                row.getString("name"),
                new Duties(row.getBoolean("officer"), row.getBoolean("operator")),
                new Session(
                        HexFormat.of().formatHex(hash, 0, ID_BYTES),
                        Means.of(row.getString("means")),
                        row.getString("address"),
                        row.getString("by_key"),
                        row.getString("bound_to"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        instant(row, "verified_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
