package org.parley.hub.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows as PostgreSQL's `COPY` reads them: tabs between values, backslashes before what would be
/// taken for more than text.
public final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean begun; // whether the row in hand has a value

    /// The next value of the row in hand.
    public CopyText value(@Nullable Object value) {
        if (begun) {
            text.append('\t');
        }
        begun = true;
        switch (value) {
            case null -> text.append("\\N");
            case BigDecimal number -> text.append(number.toPlainString());
            case List<?> texts -> array(texts);
            default -> escaped(value.toString());
        }
        return this;
    }

    public void endRow() {
        text.append('\n');
        begun = false;
    }

    private void array(List<?> texts) {
        if (texts.isEmpty()) {
            text.append("{}");
            return;
        }
        var array = new StringBuilder("{");
        for (var one : texts) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"');
            array.append(one.toString().replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        escaped(array.append('}').toString());
    }

    private void escaped(String value) {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                text.append(value, from, i).append('\\');
                text.append(c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c);
                from = i + 1;
            }
        }
        text.append(value, from, value.length());
    }

    /// Puts the rows into the table, in the transaction in hand.
    ///
    /// @param columns the table with its columns, as `COPY` names them
    public void into(JdbcTemplate sql, String columns) {
        sql.execute(
                (ConnectionCallback<Long>)
                        connection ->
                                copied(
                                        connection.unwrap(PGConnection.class),
                                        "COPY " + columns + " FROM STDIN"));
    }

    private Long copied(PGConnection connection, String copy) throws SQLException {
        try {
            return connection.getCopyAPI().copyIn(copy, new StringReader(text.toString()));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
