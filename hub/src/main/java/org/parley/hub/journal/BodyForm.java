package org.parley.hub.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How the bodies of one kind become fields and fields become bodies: one field for each component
/// of the record, or one for each item where [Classed#each] says so.
final class BodyForm<B extends Record & Body> {

    /// Stands for a text that is needed and was destroyed: the same in every language, and fit to
    /// be a code.
    static final String GONE = "erased";

    private record Part(RecordComponent component, FieldClass fieldClass, boolean each) {

        boolean isNeeded() {
            return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    private final JsonMapper json;
    private final Class<B> body;
    private final List<Part> parts;

    BodyForm(JsonMapper json, Class<B> body) {
        this.json = json;
        this.body = body;
        this.parts = Arrays.stream(body.getRecordComponents()).map(BodyForm::part).toList();
    }

    private static Part part(RecordComponent component) {
        var classed = component.getAnnotation(Classed.class);
        if (classed == null) {
            throw new IllegalStateException(
                    "%s.%s says no field class: annotate it with @Classed"
                            .formatted(
                                    component.getDeclaringRecord().getName(), component.getName()));
        }
        component.getAccessor().setAccessible(true);
        return new Part(component, classed.value(), classed.each());
    }

    /// The component that a field is of: an item's field is called after its list.
    static String component(String field) {
        int item = field.indexOf('/');
        return item < 0 ? field : field.substring(0, item);
    }

    List<SaidField> fields(B said) {
        var fields = new ArrayList<SaidField>(parts.size());
        for (var part : parts) {
            JsonNode value = json.valueToTree(read(part.component, said));
            if (value == null || value.isNull()) {
                continue;
            }
            if (part.each) {
                int i = 0;
                for (var item : value) {
                    fields.add(
                            new SaidField(
                                    part.component.getName() + "/" + i++, part.fieldClass, item));
                }
            } else {
                fields.add(new SaidField(part.component.getName(), part.fieldClass, value));
            }
        }
        return fields;
    }

    /// The body again, from the fields as they were said. Fields that are not there are null; the
    /// record's own constructor decides whether that can be.
    B body(ObjectNode fields) {
        try {
            return json.treeToValue(gathered(fields), body);
        } catch (JacksonException unreadable) {
            if (unreadable.getCause() instanceof InvalidValue invalid) {
                throw invalid;
            }
            throw unreadable;
        }
    }

    /// The body again where the fields of some classes were destroyed. A list of them is empty, a
    /// text that is needed is [#GONE].
    ///
    /// @throws RuntimeException where the record cannot be without them
    B body(ObjectNode fields, Set<FieldClass> gone) {
        var left = fields.deepCopy();
        for (var part : parts) {
            var name = part.component.getName();
            if (gone.contains(part.fieldClass)
                    && !part.each
                    && !left.has(name)
                    && part.isNeeded()) {
                var type = part.component.getType();
                if (type == String.class) {
                    left.put(name, GONE);
                } else if (type == List.class) {
                    left.putArray(name);
                }
            }
        }
        return body(left);
    }

    /// The body again, from its fields as they are to be logged.
    B body(List<SaidField> fields) {
        var object = json.createObjectNode();
        fields.forEach(field -> object.set(field.name(), field.value()));
        return body(object);
    }

    private ObjectNode gathered(ObjectNode fields) {
        if (parts.stream().noneMatch(Part::each)) {
            return fields;
        }
        var gathered = json.createObjectNode();
        for (var part : parts) {
            var name = part.component.getName();
            if (part.each) {
                ArrayNode items = gathered.putArray(name);
                for (int i = 0; fields.has(name + "/" + i); i++) {
                    items.add(fields.get(name + "/" + i));
                }
            } else if (fields.has(name)) {
                gathered.set(name, fields.get(name));
            }
        }
        return gathered;
    }

    private static @Nullable Object read(RecordComponent component, Record said) {
        try {
            return component.getAccessor().invoke(said);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("Cannot read " + component, broken);
        }
    }
}
