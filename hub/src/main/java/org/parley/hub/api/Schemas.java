package org.parley.hub.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.hub.journal.Classed;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The forms of JSON values as JSON Schema 2020-12, from the types that they are read into and
/// written from. Records become named schemas; one of these gathers those of one document.
final class Schemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROOT = "org.parley.";
    private static final String SLUG = "^[a-z0-9][a-z0-9-]{0,63}$";

    private static final Map<Class<?>, String> FORMATS =
            Map.of(
                    Instant.class, "date-time",
                    OffsetDateTime.class, "date-time",
                    LocalDateTime.class, "date-time",
                    LocalDate.class, "date",
                    LocalTime.class, "time",
                    Duration.class, "duration",
                    UUID.class, "uuid",
                    URI.class, "uri-reference",
                    StatementId.class, "uuid");

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /// All records that were met, by name.
    Map<String, ObjectNode> named() {
        return named;
    }

    static ObjectNode of(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /// The words of an enumeration as they stand in JSON.
    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asString())
                .toList();
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic -> ofGeneric(generic);
            case WildcardType wild -> of(wild.getUpperBounds()[0]);
            case TypeVariable<?> _ -> JSON.createObjectNode();
            default -> JSON.createObjectNode();
        };
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return list(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return of("object").set("additionalProperties", of(arguments[1]));
        }
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == Page.class) {
            var page = of("object");
            var properties = page.putObject("properties");
            properties.set("items", list(of(arguments[0])));
            properties.set("next", of("string").put("description", "Cursor of the next page"));
            page.putArray("required").add("items");
            return page;
        }
        return ofClass(raw);
    }

    private static ObjectNode list(ObjectNode items) {
        return of("array").set("items", items);
    }

    private ObjectNode ofClass(Class<?> type) {
        if (FORMATS.containsKey(type)) {
            return of("string").put("format", FORMATS.get(type));
        }
        if (type == PartnerId.class || type == OperationId.class) {
            return of("string").put("pattern", SLUG);
        }
        if (type == String.class || type == CharSequence.class) {
            return of("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return of("boolean");
        }
        if (type.isEnum()) {
            var words = of("string");
            var list = words.putArray("enum");
            words(type).forEach(list::add);
            return words;
        }
        if (type.isArray()) {
            return list(ofClass(type.getComponentType()));
        }
        if (type.isRecord() && type.getName().startsWith(ROOT)) {
            return record(type);
        }
        return number(type);
    }

    private static ObjectNode number(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return of("integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return of("integer").put("format", "int64");
        }
        if (type == BigInteger.class) {
            return of("integer");
        }
        boolean number = type == BigDecimal.class || type == double.class || type == Double.class;
        return number ? of("number") : JSON.createObjectNode();
    }

    /// The name of a record's schema: its module and its own name.
    static String name(Class<?> type) {
        var inside = type.getName().substring(type.getPackageName().length() + 1);
        var module =
                type.getPackageName().startsWith(ROOT + "hub.")
                        ? type.getPackageName().substring((ROOT + "hub.").length()) + "."
                        : "";
        return module + inside.replace('$', '.');
    }

    private ObjectNode record(Class<?> type) {
        var name = name(type);
        if (!named.containsKey(name)) {
            var form = of("object");
            named.put(name, form); // before its parts, which may hold it
            fill(type, form);
        }
        return reference(name);
    }

    private void fill(Class<?> type, ObjectNode form) {
        var properties = form.putObject("properties");
        var required = form.putArray("required");
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), part(component));
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        if (required.isEmpty()) {
            form.remove("required");
        }
        form.put("additionalProperties", false);
    }

    private ObjectNode part(RecordComponent component) {
        var form = of(component.getGenericType());
        if (Reading.isOptional(component) && !form.isEmpty()) {
            form = orNull(form);
        }
        var classed = component.getAnnotation(Classed.class);
        if (classed != null) {
            form.put("x-field-class", classed.value().code());
        }
        return form;
    }

    private static ObjectNode orNull(ObjectNode form) {
        if (form.has("enum") || form.has("$ref")) {
            var either = JSON.createObjectNode();
            either.putArray("anyOf").add(form).add(of("null"));
            return either;
        }
        var type = form.get("type").asString();
        form.putArray("type").add(type).add("null");
        return form;
    }

    private static boolean isRequired(RecordComponent component) {
        var type = component.getType();
        return !Reading.isOptional(component)
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type)
                && !JsonNode.class.isAssignableFrom(type);
    }
}
