package org.parley.hub.devices;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.signin.Awaited;
import org.parley.hub.signin.Belongings;
import org.parley.hub.signin.Keeps;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Devices and the links by which they come.
@Repository
class DeviceStore implements Belongings, Keeps {

    private static final String ADD_LINK =
            """
            INSERT INTO access.device_link (token, device, account, operation, ceiling, name, days,
                   made_by, made_at, ends_at, waits)
            VALUES (:token, :device, :account, :operation, :ceiling, :name, :days, :madeBy, :madeAt,
                   :endsAt, :waits)
            """;

    private static final String LINK =
            """
            SELECT device, account, operation, ceiling, name, days, made_by, made_at, ends_at,
                   waits
              FROM access.device_link
             WHERE token = :token AND used_at IS NULL AND ends_at > :now
            """;

    private static final String USE =
            """
            UPDATE access.device_link SET used_at = :now
             WHERE token = :token AND used_at IS NULL AND ends_at > :now AND NOT waits
            """;

    private static final String TAKES_EFFECT =
            """
            UPDATE access.device_link SET waits = false, ends_at = now() + interval '15 minutes'
             WHERE device = :device AND waits
            """;

    private static final String STRIKE =
            """
            UPDATE access.device_link SET used_at = made_at
             WHERE device = :device AND waits AND used_at IS NULL
            """;

    private static final String ADD =
            """
            INSERT INTO access.device (id, key, jwk, algorithm, account, organisation, operation,
                   ceiling, name, added_by, added_at, ends_at)
            VALUES (:id, :key, :jwk, :algorithm, :account, :organisation, :operation, :ceiling,
                   :name, :addedBy, :addedAt, :endsAt)
            ON CONFLICT (key) DO NOTHING
            """;

    private static final String COLUMNS =
            """
            SELECT id, key, jwk, algorithm, account, organisation, operation, ceiling, name,
                   added_by, added_at, ends_at, revoked_at, revoked_by
              FROM access.device
             WHERE\s""";

    private static final String REVOKE =
            """
            UPDATE access.device SET revoked_at = :now, revoked_by = :by
             WHERE id = :id AND revoked_at IS NULL
            """;

    private static final String FORGET =
            """
            UPDATE access.device SET revoked_at = :now, revoked_by = ''
             WHERE account = :account AND revoked_at IS NULL
            """;

    private static final String FORGET_LINKS =
            """
            UPDATE access.device_link SET used_at = :now
             WHERE account = :account AND used_at IS NULL
            """;

    private final JdbcClient sql;

    DeviceStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void add(byte[] token, DeviceLink link) {
        sql.sql(ADD_LINK)
                .param("token", token)
                .param("device", link.device())
                .param("account", link.account())
                .param("operation", link.operation().value())
                .param("ceiling", link.ceiling().code())
                .param("name", link.name())
                .param("days", link.days())
                .param("madeBy", link.madeBy())
                .param("madeAt", link.madeAt().atOffset(UTC))
                .param("endsAt", link.endsAt().atOffset(UTC))
                .param("waits", link.waits())
                .update();
    }

    @Override
    public Set<Awaited.What> kept() {
        return Set.of(Awaited.What.DEVICE);
    }

    /// The quarter of an hour in which the link is good begins now.
    @Override
    public void takesEffect(String device) {
        sql.sql(TAKES_EFFECT).param("device", device).update();
    }

    @Override
    public void struck(String device) {
        sql.sql(STRIKE).param("device", device).update();
    }

    /// A link that can still be used.
    Optional<DeviceLink> link(byte[] token, Instant now) {
        return sql.sql(LINK)
                .param("token", token)
                .param("now", now.atOffset(UTC))
                .query(DeviceStore::link)
                .optional();
    }

    private static DeviceLink link(ResultSet row, int number) throws SQLException {
        return new DeviceLink(
                row.getString("device"),
                row.getString("account"),
                new OperationId(row.getString("operation")),
                FieldClass.of(row.getString("ceiling")),
                row.getString("name"),
                row.getInt("days"),
                row.getString("made_by"),
                instant(row, "made_at"),
                instant(row, "ends_at"),
                row.getBoolean("waits"));
    }

    /// @return whether this is the use, and no other is
    boolean use(byte[] token, Instant now) {
        return sql.sql(USE).param("token", token).param("now", now.atOffset(UTC)).update() == 1;
    }

    /// @return whether no device had the key before, revoked or not
    boolean add(Device device) {
        return sql.sql(ADD)
                        .param("id", device.id())
                        .param("key", device.key())
                        .param("jwk", device.jwk())
                        .param("algorithm", device.algorithm())
                        .param("account", device.account())
                        .param("organisation", device.organisation().value())
                        .param("operation", device.operation().value())
                        .param("ceiling", device.ceiling().code())
                        .param("name", device.name())
                        .param("addedBy", device.addedBy())
                        .param("addedAt", device.addedAt().atOffset(UTC))
                        .param("endsAt", device.endsAt().atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Device> find(String id) {
        return sql.sql(COLUMNS + "id = :id").param("id", id).query(DeviceStore::device).optional();
    }

    Optional<Device> byKey(String key) {
        return sql.sql(COLUMNS + "key = :key")
                .param("key", key)
                .query(DeviceStore::device)
                .optional();
    }

    /// Those of an organisation, the newest first.
    List<Device> of(PartnerId organisation) {
        return sql.sql(COLUMNS + "organisation = :organisation ORDER BY added_at DESC, id")
                .param("organisation", organisation.value())
                .query(DeviceStore::device)
                .list();
    }

    boolean revoke(String id, String by, Instant now) {
        return sql.sql(REVOKE)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    @Override
    public void forget(String account, Instant now) {
        sql.sql(FORGET).param("account", account).param("now", now.atOffset(UTC)).update();
        sql.sql(FORGET_LINKS).param("account", account).param("now", now.atOffset(UTC)).update();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("key"),
                row.getString("jwk"),
                row.getString("algorithm"),
                row.getString("account"),
                new PartnerId(row.getString("organisation")),
                new OperationId(row.getString("operation")),
                FieldClass.of(row.getString("ceiling")),
                row.getString("name"),
                row.getString("added_by"),
                instant(row, "added_at"),
                instant(row, "ends_at"),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("revoked_by")).orElse(""));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
