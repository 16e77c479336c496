package org.parley.hub.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.statement.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was said as JSON text: an object of classes, each an object of fields. The exact class (F3)
/// is a text of its own, kept in a table of its own.
@Component
class FieldText {

    private final JsonMapper json;

    FieldText(JsonMapper json) {
        this.json = json;
    }

    /// The fields of the classes F0 to F2.
    String write(List<SaidField> fields) {
        var classes = json.createObjectNode();
        for (var field : fields) {
            if (field.fieldClass() != FieldClass.EXACT) {
                var code = field.fieldClass().code();
                var fieldsOfClass =
                        classes.get(code) instanceof ObjectNode there
                                ? there
                                : classes.putObject(code);
                fieldsOfClass.set(field.name(), field.value());
            }
        }
        return classes.toString();
    }

    /// The fields of class F3, null where nothing exact was said.
    @Nullable String writeExact(List<SaidField> fields) {
        var exact = json.createObjectNode();
        for (var field : fields) {
            if (field.fieldClass() == FieldClass.EXACT) {
                exact.set(field.name(), field.value());
            }
        }
        return exact.isEmpty() ? null : exact.toString();
    }

    /// Adds the fields of one class to a list.
    void read(String classes, @Nullable String exact, FieldClass only, List<Field> into) {
        var fields =
                only == FieldClass.EXACT
                        ? exact == null ? json.createObjectNode() : json.readTree(exact)
                        : json.readTree(classes).path(only.code());
        for (var field : fields.properties()) {
            into.add(new Field(field.getKey(), only, Values.of(field.getValue())));
        }
    }

    /// All fields up to a class, without their classes.
    ObjectNode read(String classes, @Nullable String exact, FieldClass upTo) {
        var fields = json.createObjectNode();
        var byClass = (ObjectNode) json.readTree(classes);
        for (var fieldClass : FieldClass.values()) {
            if (upTo.covers(fieldClass) && byClass.has(fieldClass.code())) {
                fields.setAll((ObjectNode) byClass.get(fieldClass.code()));
            }
        }
        if (exact != null && upTo.covers(FieldClass.EXACT)) {
            fields.setAll((ObjectNode) json.readTree(exact));
        }
        return fields;
    }
}
