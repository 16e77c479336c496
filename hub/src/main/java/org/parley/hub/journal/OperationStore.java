package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The operations that this hub runs.
@Repository
class OperationStore {

    private static final String LIST =
            "SELECT id, names, exercise, in_effect_from FROM journal.operation ORDER BY id";

    private static final String FIND =
            """
            SELECT id, names, exercise, in_effect_from FROM journal.operation WHERE id = :operation
            """;

    private static final String OPEN =
            """
            INSERT INTO journal.operation (id, names, exercise, in_effect_from)
            VALUES (:id, :names::jsonb, :exercise, :inEffectFrom)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    OperationStore(@Qualifier("keeper") JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Operation> list() {
        return sql.sql(LIST).query(this::operation).list();
    }

    Optional<Operation> find(OperationId id) {
        return sql.sql(FIND).param("operation", id.value()).query(this::operation).optional();
    }

    void open(Operation operation) {
        sql.sql(OPEN)
                .param("id", operation.id().value())
                .param("names", json.writeValueAsString(operation.names()))
                .param("exercise", operation.exercise())
                .param("inEffectFrom", operation.inEffectFrom().atOffset(UTC))
                .update();
    }

    private Operation operation(ResultSet row, int number) throws SQLException {
        return new Operation(
                new OperationId(row.getString("id")),
                json.readValue(row.getString("names"), NAMES),
                row.getBoolean("exercise"),
                row.getObject("in_effect_from", OffsetDateTime.class).toInstant());
    }
}
