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

/// What waits for a second person, and who stood for what.
@Repository
class SecondPersonStore {

    private static final String ADD =
            """
            INSERT INTO access.second_person (what, target, organisation, account, name,
                   gives, asked_by, asked_at, ends_at)
            VALUES (:what, :target, :organisation, :account, :name, :gives, :askedBy,
                   :askedAt, :endsAt)
            """;

    private static final String OPEN =
            """
            SELECT id, what, target, organisation, account, name, gives, asked_by, asked_at,
                   ends_at
              FROM access.second_person
             WHERE confirmed_by IS NULL AND withdrawn_by IS NULL AND ends_at > :now
            """;

    private static final String CONFIRM =
            """
            UPDATE access.second_person SET confirmed_by = :by, confirmed_at = :now
             WHERE id = :id AND confirmed_by IS NULL AND withdrawn_by IS NULL AND ends_at > :now
               AND asked_by <> :by AND account <> :by
            """;

    private static final String WITHDRAW =
            """
            UPDATE access.second_person SET withdrawn_by = :by, withdrawn_at = :now
             WHERE id = :id AND confirmed_by IS NULL AND withdrawn_by IS NULL AND ends_at > :now
            """;

    private final JdbcClient sql;

    SecondPersonStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void add(SecondPeople.Wanted one, Instant now, Instant ends) {
        sql.sql(ADD)
                .param("what", one.what().code())
                .param("target", one.target())
                .param("organisation", one.organisation())
                .param("account", one.account())
                .param("name", one.name())
                .param("gives", one.gives())
                .param("askedBy", one.askedBy())
                .param("askedAt", now.atOffset(UTC))
                .param("endsAt", ends.atOffset(UTC))
                .update();
    }

    List<Awaited> open(Instant now) {
        return sql.sql(OPEN + " ORDER BY asked_at")
                .param("now", now.atOffset(UTC))
                .query(SecondPersonStore::row)
                .list();
    }

    Optional<Awaited> find(UUID id, Instant now) {
        return sql.sql(OPEN + " AND id = :id")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .query(SecondPersonStore::row)
                .optional();
    }

    /// @return whether it was waiting for just that
    boolean confirm(UUID id, String by, Instant now) {
        return sql.sql(CONFIRM)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, String by, Instant now) {
        return sql.sql(WITHDRAW)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private static Awaited row(ResultSet row, int number) throws SQLException {
        return new Awaited(
                row.getObject("id", UUID.class),
                Awaited.What.of(row.getString("what")),
                row.getString("target"),
                row.getString("organisation"),
                row.getString("account"),
                row.getString("name"),
                row.getString("gives"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }
}
