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

/// Accounts and their parts in operations.
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

    private static final String REMOVE_PART =
            "DELETE FROM access.part WHERE account = :account AND operation = :operation";

    private static final String COLUMNS =
            "SELECT id, organisation, name, machine, demo, officer, operator, disabled_at"
                    + " FROM access.account ";

    private static final String DUTIES =
            "UPDATE access.account SET officer = :officer, operator = :operator WHERE id = :id";

    private static final String DISABLE =
            """
            UPDATE access.account SET disabled_at = :at WHERE id = :id AND disabled_at IS NULL
            """;

    private static final String ENABLE =
            "UPDATE access.account SET disabled_at = NULL WHERE id = :id";

    private static final String PARTS =
            """
            SELECT operation, role, ceiling FROM access.part
             WHERE account = :account
             ORDER BY operation
            """;

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
        account.parts().forEach(part -> setPart(account.id(), part));
    }

    void setPart(String account, Account.Part part) {
        sql.sql(ADD_PART)
                .param("account", account)
                .param("operation", part.operation().value())
                .param("role", part.role().code())
                .param("ceiling", part.ceiling().code())
                .update();
    }

    void removePart(String account, OperationId operation) {
        sql.sql(REMOVE_PART)
                .param("account", account)
                .param("operation", operation.value())
                .update();
    }

    void setDuties(String account, Duties duties) {
        sql.sql(DUTIES)
                .param("id", account)
                .param("officer", duties.officer())
                .param("operator", duties.operator())
                .update();
    }

    void disable(String account, Instant at) {
        sql.sql(DISABLE).param("id", account).param("at", at.atOffset(UTC)).update();
    }

    void enable(String account) {
        sql.sql(ENABLE).param("id", account).update();
    }

    Optional<Account> find(String id) {
        return standing(id).map(Standing::account);
    }

    Optional<Standing> standing(String id) {
        return sql.sql(COLUMNS + "WHERE id = :id").param("id", id).query(this::row).optional();
    }

    List<Account> demo() {
        return sql
                .sql(COLUMNS + "WHERE demo AND disabled_at IS NULL ORDER BY id")
                .query(this::row)
                .list()
                .stream()
                .map(Standing::account)
                .toList();
    }

    List<Standing> of(PartnerId organisation) {
        return sql.sql(COLUMNS + "WHERE organisation = :organisation ORDER BY name, id")
                .param("organisation", organisation.value())
                .query(this::row)
                .list();
    }

    List<Standing> all() {
        return sql.sql(COLUMNS + "ORDER BY organisation, name, id").query(this::row).list();
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

    private Standing row(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        return new Standing(
                new Account(
                        id,
                        new PartnerId(row.getString("organisation")),
                        row.getString("name"),
                        row.getBoolean("machine"),
                        row.getBoolean("demo"),
                        parts(id)),
                new Duties(row.getBoolean("officer"), row.getBoolean("operator")),
                Optional.ofNullable(row.getObject("disabled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
