package org.parley.hub.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as PostgreSQL's `COPY` reads them: tabs between values, backslashes before what would be
/// taken for more than text.
final class CopyText {

    private final StringBuilder text = new StringBuilder();

    void row(String operation, Version version) {
        escaped(operation);
        for (var value : version.values()) {
            text.append('\t');
            value(value);
        }
        text.append('\t').append(version.from());
        text.append('\t').append(version.until()).append('\n');
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case BigDecimal number -> text.append(number.toPlainString());
            case Instant at ->
                    text.append(
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    at.atOffset(ZoneOffset.UTC)));
            case List<?> texts -> array(texts);
            default -> escaped(value.toString());
        }
    }

    private void array(List<?> texts) {
        var array = new StringBuilder("{");
        for (var one : texts) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"');
            array.append(one.toString().replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        escaped(array.append('}'));
    }

    private void escaped(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
