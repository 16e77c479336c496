package org.parley.hub.journal;

import java.util.Comparator;
import java.util.List;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.statement.DeviceStatement;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a device signed before the hub heard it. The text becomes a field of the statement, of the
/// widest class that the statement has: it holds all that was said, so whoever may not see all of
/// it does not see it.
///
/// @param text a [DeviceStatement]
/// @param marks what does not fit about how it came
public record Signed(String text, List<String> marks) {

    static final String FIELD = DeviceStatement.FIELD;

    public Signed {
        marks = List.copyOf(marks);
    }

    SaidField field(List<SaidField> beside) {
        var widest =
                beside.stream()
                        .map(SaidField::fieldClass)
                        .max(Comparator.naturalOrder())
                        .orElse(FieldClass.HEADER);
        return new SaidField(FIELD, widest, JsonNodeFactory.instance.stringNode(text));
    }
}
