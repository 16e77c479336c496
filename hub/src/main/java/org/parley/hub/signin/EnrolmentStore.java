package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.access.Account;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Role;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Links to enrol, each known by the hash of its token.
@Repository
class EnrolmentStore implements Keeps {

    private static final String ADD =
            """
            INSERT INTO access.enrolment (token, purpose, organisation, account, name, officer,
                   operator, parts, made_by, made_at, ends_at, waits)
            VALUES (:token, :purpose, :organisation, :account, :name, :officer, :operator,
                   :parts::jsonb, :madeBy, :madeAt, :endsAt, :waits)
            """;

    private static final String COLUMNS =
            """
            SELECT purpose, organisation, account, name, officer, operator, parts, made_by,
                   made_at, ends_at, waits
              FROM access.enrolment
             WHERE used_at IS NULL AND ends_at > :now AND\s""";

    private static final String USE =
            """
            UPDATE access.enrolment SET used_at = :now
             WHERE token = :token AND used_at IS NULL AND ends_at > :now AND NOT waits
            """;

    private static final String VOID_SETUP =
            """
            UPDATE access.enrolment SET used_at = :now
             WHERE purpose = 'setup' AND used_at IS NULL
            """;

    private static final String VOID_OF =
            """
            UPDATE access.enrolment SET used_at = :now
             WHERE account = :account AND used_at IS NULL
            """;

    private static final String TAKES_EFFECT =
            "UPDATE access.enrolment SET waits = false WHERE account = :account AND waits";

    private static final String STRIKE =
            """
            UPDATE access.enrolment SET used_at = made_at
             WHERE account = :account AND waits AND used_at IS NULL
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    EnrolmentStore(@Qualifier("keeper") JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record PartText(String operation, String role, String ceiling) {}

    void add(byte[] token, Enrolment enrolment) {
        sql.sql(ADD)
                .param("token", token)
                .param("purpose", enrolment.purpose().name().toLowerCase(Locale.ROOT))
                .param("organisation", enrolment.organisation())
                .param("account", enrolment.account())
                .param("name", enrolment.name())
                .param("officer", enrolment.duties().officer())
                .param("operator", enrolment.duties().operator())
                .param("parts", json.writeValueAsString(texts(enrolment.parts())))
                .param("madeBy", enrolment.madeBy())
                .param("madeAt", enrolment.madeAt().atOffset(UTC))
                .param("endsAt", enrolment.endsAt().atOffset(UTC))
                .param("waits", enrolment.waits())
                .update();
    }

    @Override
    public Set<Awaited.What> kept() {
        return Set.of(Awaited.What.INVITATION);
    }

    @Override
    public void takesEffect(String account) {
        sql.sql(TAKES_EFFECT).param("account", account).update();
    }

    @Override
    public void struck(String account) {
        sql.sql(STRIKE).param("account", account).update();
    }

    private static List<PartText> texts(List<Account.Part> parts) {
        return parts.stream()
                .map(
                        part ->
                                new PartText(
                                        part.operation().value(),
                                        part.role().code(),
                                        part.ceiling().code()))
                .toList();
    }

    /// A link that can still be used.
    Optional<Enrolment> find(byte[] token, Instant now) {
        return sql.sql(COLUMNS + "token = :token")
                .param("token", token)
                .param("now", now.atOffset(UTC))
                .query(this::row)
                .optional();
    }

    /// The organisation's invitations that nobody has used yet.
    List<Enrolment> open(String organisation, Instant now) {
        return sql.sql(COLUMNS + "organisation = :organisation ORDER BY made_at DESC")
                .param("organisation", organisation)
                .param("now", now.atOffset(UTC))
                .query(this::row)
                .list();
    }

    /// @return whether this is the use, and no other is
    boolean use(byte[] token, Instant now) {
        return sql.sql(USE).param("token", token).param("now", now.atOffset(UTC)).update() == 1;
    }

    void voidSetup(Instant now) {
        sql.sql(VOID_SETUP).param("now", now.atOffset(UTC)).update();
    }

    /// Makes all other links for the account useless.
    int voidOf(String account, Instant now) {
        return sql.sql(VOID_OF).param("account", account).param("now", now.atOffset(UTC)).update();
    }

    private Enrolment row(ResultSet row, int number) throws SQLException {
        var parts = json.readValue(row.getString("parts"), PartText[].class);
        return new Enrolment(
                Enrolment.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getString("organisation"),
                row.getString("account"),
                row.getString("name"),
                new Duties(row.getBoolean("officer"), row.getBoolean("operator")),
                Arrays.stream(parts)
                        .map(
                                part ->
                                        new Account.Part(
                                                new OperationId(part.operation()),
                                                Role.of(part.role()),
                                                FieldClass.of(part.ceiling())))
                        .toList(),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("waits"));
    }
}
