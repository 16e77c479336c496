package org.parley.hub.access;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts, their parts in operations, and sessions. A session is known by the hash of its token,
/// so that a copy of the table signs nobody in.
@Repository
class AccountStore {

    private static final String ADD =
            """
            INSERT INTO access.account (id, organisation, name, machine, demo)
            VALUES (:id, :organisation, :name, :machine, :demo)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """;

    private static final String ADD_PART =
            """
            INSERT INTO access.part (account, operation, role, ceiling)
            VALUES (:account, :operation, :role, :ceiling)
            ON CONFLICT (account, operation)
            DO UPDATE SET role = excluded.role, ceiling = excluded.ceiling
            """;

    private static final String FIND =
            "SELECT id, organisation, name, machine, demo FROM access.account WHERE id = :id";

    private static final String DEMO =
            """
            SELECT id, organisation, name, machine, demo FROM access.account WHERE demo ORDER BY id
            """;

    private static final String PARTS =
            """
            SELECT operation, role, ceiling FROM access.part
             WHERE account = :account
             ORDER BY operation
            """;

    private static final String OPEN_SESSION =
            """
            INSERT INTO access.session (token, account, opened_at, ends_at)
            VALUES (:token, :account, :openedAt, :endsAt)
            """;

    private static final String SESSION =
            """
            SELECT a.id, a.organisation, a.name, s.ends_at
              FROM access.session s
              JOIN access.account a ON a.id = s.account
             WHERE s.token = :token
            """;

    private static final String END_SESSION = "DELETE FROM access.session WHERE token = :token";

    private final JdbcClient sql;

    AccountStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void add(Account account) {
        sql.sql(ADD)
                .param("id", account.id())
                .param("organisation", account.organisation().value())
                .param("name", account.name())
                .param("machine", account.machine())
                .param("demo", account.demo())
                .update();
        for (var part : account.parts()) {
            sql.sql(ADD_PART)
                    .param("account", account.id())
                    .param("operation", part.operation().value())
                    .param("role", part.role().code())
                    .param("ceiling", part.ceiling().code())
                    .update();
        }
    }

    Optional<Account> find(String id) {
        return sql.sql(FIND).param("id", id).query(this::account).optional();
    }

    List<Account> demo() {
        return sql.sql(DEMO).query(this::account).list();
    }

    List<Account.Part> parts(String account) {
        return sql.sql(PARTS)
                .param("account", account)
                .query(
                        (row, _) ->
                                new Account.Part(
                                        new OperationId(row.getString("operation")),
                                        Role.of(row.getString("role")),
                                        FieldClass.of(row.getString("ceiling"))))
                .list();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        return new Account(
                id,
                new PartnerId(row.getString("organisation")),
                row.getString("name"),
                row.getBoolean("machine"),
                row.getBoolean("demo"),
                parts(id));
    }

    void openSession(byte[] token, String account, Instant openedAt, Instant endsAt) {
        sql.sql(OPEN_SESSION)
                .param("token", token)
                .param("account", account)
                .param("openedAt", openedAt.atOffset(UTC))
                .param("endsAt", endsAt.atOffset(UTC))
                .update();
    }

    Optional<Known.Session> session(byte[] token) {
        return sql.sql(SESSION)
                .param("token", token)
                .query(
                        (row, _) ->
                                new Known.Session(
                                        new SignedIn(
                                                row.getString("id"),
                                                new PartnerId(row.getString("organisation")),
                                                row.getString("name")),
                                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void endSession(byte[] token) {
        sql.sql(END_SESSION).param("token", token).update();
    }
}
