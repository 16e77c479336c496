package org.parley.hub.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The labels in use in each operation. Labels are only ever added.
@Repository
class LabelStore {

    private static final String AFTER =
            """
            SELECT number, text, salt
              FROM journal.label
             WHERE operation = :operation AND number > :known
             ORDER BY number
            """;

    private static final String TEXTS =
            """
            SELECT number, text
              FROM journal.label
             WHERE operation = :operation AND number = ANY(:numbers)
            """;

    private static final String ADD =
            """
            INSERT INTO journal.label (operation, number, text, salt)
            VALUES (:operation, :number, :text, :salt)
            """;

    private final JdbcClient sql;

    LabelStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    List<NumberedLabel> after(OperationId operation, int known) {
        return sql.sql(AFTER)
                .param("operation", operation.value())
                .param("known", known)
                .query(
                        (row, _) ->
                                new NumberedLabel(
                                        row.getInt("number"),
                                        LabelText.read(row.getString("text")),
                                        row.getString("text"),
                                        row.getBytes("salt")))
                .list();
    }

    /// The texts of these labels, by number.
    Map<Integer, String> texts(OperationId operation, Collection<Integer> numbers) {
        var texts = new HashMap<Integer, String>();
        if (!numbers.isEmpty()) {
            sql.sql(TEXTS)
                    .param("operation", operation.value())
                    .param("numbers", numbers.toArray(Integer[]::new))
                    .query(
                            (RowCallbackHandler)
                                    row -> texts.put(row.getInt("number"), row.getString("text")));
        }
        return texts;
    }

    void add(OperationId operation, NumberedLabel label) {
        sql.sql(ADD)
                .param("operation", operation.value())
                .param("number", label.number())
                .param("text", label.text())
                .param("salt", label.salt())
                .update();
    }
}
