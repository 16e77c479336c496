package org.parley.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the hub decides by about an organisation's own statements. Ids belong to their originator,
/// so that nobody reaches another's here.
@Repository
class OwnStatementStore implements OwnStatements {

    private static final String FIND =
            """
            SELECT s.idx, s.type, l.text
              FROM journal.statement s
              JOIN journal.label l ON l.operation = s.operation AND l.number = s.label
             WHERE s.operation = :operation AND s.originator = :originator AND s.id = :id
            """;

    private static final String LATEST =
            """
            SELECT s.idx, s.type, l.text
              FROM journal.payload p
              JOIN journal.statement s ON s.operation = p.operation AND s.idx = p.idx
              JOIN journal.label l ON l.operation = s.operation AND l.number = s.label
             WHERE p.operation = :operation AND p.subject = :subject
               AND s.originator = :originator AND s.type = :type
             ORDER BY p.idx DESC LIMIT 1
            """;

    private static final String WRITTEN =
            """
            SELECT s.statement, p.account
              FROM journal.statement s
              LEFT JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
             WHERE s.operation = :operation AND s.originator = :originator AND s.id = :id
            """;

    private final JdbcClient sql;

    OwnStatementStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<OwnStatement> find(
            OperationId operation, PartnerId originator, StatementId id) {
        return sql.sql(FIND)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("id", id.value())
                .query(OwnStatementStore::statement)
                .optional();
    }

    @Override
    public Optional<OwnStatement> latest(
            OperationId operation, PartnerId originator, String type, String subject) {
        return sql.sql(LATEST)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("type", type)
                .param("subject", subject)
                .query(OwnStatementStore::statement)
                .optional();
    }

    private static OwnStatement statement(ResultSet row, int number) throws SQLException {
        return new OwnStatement(
                row.getLong("idx"), row.getString("type"), LabelText.read(row.getString("text")));
    }

    @Override
    public Optional<Written> written(OperationId operation, PartnerId originator, StatementId id) {
        return sql.sql(WRITTEN)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("id", id.value())
                .query((row, _) -> new Written(row.getBytes("statement"), row.getString("account")))
                .optional();
    }
}
