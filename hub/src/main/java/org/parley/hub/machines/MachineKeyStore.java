package org.parley.hub.machines;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.signin.Awaited;
import org.parley.hub.signin.Keeps;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keys of machines.
@Repository
class MachineKeyStore implements Keeps {

    private static final String ADD =
            """
            INSERT INTO access.machine_key (id, account, jwk, algorithm, added_by, added_at, waits)
            VALUES (:id, :account, :jwk, :algorithm, :by, :at, :waits)
            ON CONFLICT DO NOTHING
            """;

    private static final String COLUMNS =
            """
            SELECT id, account, jwk, algorithm, added_by, added_at, used_at, waits
              FROM access.machine_key
             WHERE revoked_at IS NULL AND\s""";

    private static final String USED =
            "UPDATE access.machine_key SET used_at = :at WHERE id = :id AND revoked_at IS NULL AND NOT waits";

    private static final String REVOKE =
            """
            UPDATE access.machine_key SET revoked_at = :at
             WHERE id = :id AND account = :account AND revoked_at IS NULL
            """;

    private static final String TAKES_EFFECT =
            "UPDATE access.machine_key SET waits = false WHERE id = :id AND waits";

    private static final String STRIKE =
            """
            UPDATE access.machine_key SET revoked_at = added_at
             WHERE id = :id AND waits AND revoked_at IS NULL
            """;

    private final JdbcClient sql;

    MachineKeyStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    /// @return whether no machine had the key before, revoked or not
    boolean add(MachineKey key) {
        return sql.sql(ADD)
                        .param("id", key.id())
                        .param("account", key.account())
                        .param("jwk", key.jwk())
                        .param("algorithm", key.algorithm())
                        .param("by", key.addedBy())
                        .param("at", key.addedAt().atOffset(UTC))
                        .param("waits", key.waits())
                        .update()
                == 1;
    }

    @Override
    public Set<Awaited.What> kept() {
        return Set.of(Awaited.What.MACHINE, Awaited.What.MACHINE_KEY);
    }

    @Override
    public void takesEffect(String id) {
        sql.sql(TAKES_EFFECT).param("id", id).update();
    }

    @Override
    public void struck(String id) {
        sql.sql(STRIKE).param("id", id).update();
    }

    Optional<MachineKey> find(String id) {
        return sql.sql(COLUMNS + "id = :id AND NOT waits")
                .param("id", id)
                .query(MachineKeyStore::key)
                .optional();
    }

    List<MachineKey> of(String account) {
        return sql.sql(COLUMNS + "account = :account ORDER BY added_at, id")
                .param("account", account)
                .query(MachineKeyStore::key)
                .list();
    }

    /// @return whether the key is still good
    boolean used(String id, Instant at) {
        return sql.sql(USED).param("id", id).param("at", at.atOffset(UTC)).update() == 1;
    }

    boolean revoke(String id, String account, Instant at) {
        return sql.sql(REVOKE)
                        .param("id", id)
                        .param("account", account)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private static MachineKey key(ResultSet row, int number) throws SQLException {
        return new MachineKey(
                row.getString("id"),
                row.getString("account"),
                row.getString("jwk"),
                row.getString("algorithm"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("waits"));
    }
}
