package org.parley.hub.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/// Reads requests' JSON strictly and within bounds, and collects what is wrong with it instead of
/// stopping at the first fault. One of these reads one request.
final class Reading {

    private static final int MOST_PROBLEMS = 50;
    private static final int LAST_YEAR = 9999;

    /// The JVM copies them for each who asks.
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    var components = type.getRecordComponents();
                    for (var component : components) {
                        component.getAccessor().setAccessible(true);
                    }
                    return components;
                }
            };

    private final JsonMapper strict;
    private final List<InvalidValue> problems = new ArrayList<>();

    private Reading(JsonMapper strict) {
        this.strict = strict;
    }

    /// The hub's own mapper, made strict: what is not known, or not of its type, is refused.
    static JsonMapper strict(JsonMapper hubs) {
        return hubs.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, Reading::textsOnly)
                .build();
    }

    private static void textsOnly(MutableCoercionConfig texts) {
        for (var shape :
                List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)) {
            texts.setCoercion(shape, CoercionAction.Fail);
        }
    }

    static Reading with(JsonMapper strict) {
        return new Reading(strict);
    }

    void problem(String field, String code, String english, Object... facts) {
        if (isFull()) {
            return; // as many wrong fields as somebody sends are not all put in words
        }
        problem(new InvalidValue(field, code, english, facts));
    }

    void problem(InvalidValue value) {
        if (!isFull()) {
            problems.add(value);
        }
    }

    private boolean isFull() {
        return problems.size() >= MOST_PROBLEMS;
    }

    /// @throws InvalidValues where anything was wrong until now
    void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidValues(problems);
        }
    }

    /// An object that has no fields but these.
    Optional<ObjectNode> object(String path, JsonNode node, String... known) {
        if (!(node instanceof ObjectNode object)) {
            problem(path, "value.object", "must be an object");
            return Optional.empty();
        }
        var names = List.of(known);
        for (var name : object.propertyNames()) {
            if (isFull()) {
                return Optional.empty();
            }
            if (!names.contains(name)) {
                problem(
                        below(path, name),
                        "value.field-unknown",
                        "is not known here; known are {known}",
                        String.join(", ", names));
            }
        }
        texts(path, object);
        return Optional.of(object);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// Checks every text and number of a tree.
    private void texts(String path, JsonNode node) {
        switch (node.getNodeType()) {
            case STRING ->
                    SafeText.problem(node.asString()).ifPresent(why -> problem(why.at(path)));
            case NUMBER -> number(path, node);
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    texts(path + "[" + i + "]", node.get(i));
                }
            }
            case OBJECT -> {
                for (var member : node.properties()) {
                    SafeText.problem(member.getKey())
                            .ifPresent(
                                    _ ->
                                            problem(
                                                    path,
                                                    "value.name",
                                                    "has a field whose name holds a character that no text may hold"));
                    texts(below(path, member.getKey()), member.getValue());
                }
            }
            default -> {}
        }
    }

    private void number(String path, JsonNode node) {
        if (node.isBigDecimal()
                && Math.abs((long) node.decimalValue().scale()) > BoundedJson.LONGEST_NUMBER) {
            problem(
                    path,
                    "value.digits",
                    "must have at most {most} digits",
                    BoundedJson.LONGEST_NUMBER);
        }
    }

    /// One field of an object as a value; empty where it is not there or cannot be.
    <T> Optional<T> field(String path, ObjectNode object, String name, Class<T> type) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(strict.treeToValue(node, type));
        } catch (DatabindException unreadable) {
            problem(JsonPath.invalid(below(path, name), unreadable));
            return Optional.empty();
        } catch (InvalidValue value) {
            problem(value.at(below(path, name)));
            return Optional.empty();
        }
    }

    /// An object as a record: each component is tried on its own first, so that all that cannot be
    /// is told at once.
    <T extends Record> Optional<T> record(String path, JsonNode node, Class<T> type) {
        var components = COMPONENTS.get(type);
        var object =
                object(
                        path,
                        node,
                        Arrays.stream(components)
                                .map(RecordComponent::getName)
                                .toArray(String[]::new));
        if (object.isEmpty()) {
            return Optional.empty();
        }
        int before = problems.size();
        var read = atOnce(path, object.get(), type);
        if (read.isPresent()) {
            return problems.size() > before ? Optional.empty() : read;
        }
        for (var component : components) {
            component(path, object.get(), component);
        }
        return problems.size() > before ? Optional.empty() : whole(path, object.get(), type);
    }

    /// The record where nothing keeps it from being read, as is usual; part by part is only for
    /// telling all that does.
    private <T extends Record> Optional<T> atOnce(String path, ObjectNode object, Class<T> type) {
        for (var component : COMPONENTS.get(type)) {
            var node = object.get(component.getName());
            if (component.getType().isPrimitive() && (node == null || node.isNull())) {
                return Optional.empty();
            }
        }
        try {
            var value = strict.treeToValue(object, type);
            complete(path, value);
            return Optional.of(value);
        } catch (DatabindException | InvalidValue somethingIsWrong) {
            return Optional.empty();
        }
    }

    private void component(String path, ObjectNode object, RecordComponent component) {
        var node = object.get(component.getName());
        var where = below(path, component.getName());
        if (node == null || node.isNull()) {
            if (component.getType().isPrimitive()) {
                problem(where, "value.missing", "is missing");
            }
            return;
        }
        try {
            strict.treeToValue(node, strict.constructType(component.getGenericType()));
        } catch (DatabindException unreadable) {
            problem(JsonPath.invalid(where, unreadable));
        } catch (InvalidValue value) {
            problem(value.at(where));
        }
    }

    private <T extends Record> Optional<T> whole(String path, ObjectNode object, Class<T> type) {
        try {
            var value = strict.treeToValue(object, type);
            int before = problems.size();
            complete(path, value);
            return problems.size() > before ? Optional.empty() : Optional.of(value);
        } catch (DatabindException unreadable) {
            int before = problems.size();
            if (!(unreadable.getCause() instanceof InvalidValue)) {
                // a constructor that took absence for presence: say what is absent
                absent(path, object, type);
            }
            if (problems.size() == before) {
                problem(JsonPath.invalid(path, unreadable));
            }
            return Optional.empty();
        }
    }

    private void absent(String path, ObjectNode object, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var node = object.get(component.getName());
            if ((node == null || node.isNull()) && !isOptional(component)) {
                problem(below(path, component.getName()), "value.missing", "is missing");
            }
        }
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == Optional.class;
    }

    /// What a record says must be there is there, dates are dates of our era, numbers are of a size
    /// that somebody could have counted.
    private void complete(String path, Record value) {
        for (var component : COMPONENTS.get(value.getClass())) {
            var where = below(path, component.getName());
            var part = read(component, value);
            if (part != null) {
                sane(where, part);
            } else if (!isOptional(component)) {
                problem(where, "value.missing", "is missing");
            }
        }
    }

    private void sane(String path, Object value) {
        switch (value) {
            case Instant at -> year(path, year(at));
            case LocalDate day -> year(path, day.getYear());
            case LocalDateTime at -> year(path, at.getYear());
            case OffsetDateTime at -> year(path, at.getYear());
            case BigDecimal number -> {
                if (number.precision() > BoundedJson.LONGEST_NUMBER
                        || Math.abs((long) number.scale()) > BoundedJson.LONGEST_NUMBER) {
                    problem(
                            path,
                            "value.digits",
                            "must have at most {most} digits",
                            BoundedJson.LONGEST_NUMBER);
                }
            }
            case Double number when !Double.isFinite(number) ->
                    problem(path, "value.finite", "must be a finite number");
            case Record nested when nested.getClass().getName().startsWith("org.parley.hub.") ->
                    complete(path, nested);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    sane(path + "[" + i + "]", list.get(i));
                }
            }
            case Map<?, ?> map -> map.forEach((key, each) -> sane(path + "." + key, each));
            default -> {}
        }
    }

    /// The year of an instant, or one that is out of bounds for the few instants at the ends of
    /// time that no calendar date stands for.
    static int year(Instant at) {
        try {
            return at.atOffset(ZoneOffset.UTC).getYear();
        } catch (DateTimeException beyondAllDates) {
            return Integer.MAX_VALUE;
        }
    }

    void year(String path, int year) {
        if (year < 0 || year > LAST_YEAR) {
            problem(path, "value.years", "must be within the years 0000 to 9999");
        }
    }

    /// An instant within the years that a date can be written in.
    Optional<Instant> instant(String path, ObjectNode object, String name) {
        var read = field(path, object, name, Instant.class);
        read.ifPresent(at -> year(below(path, name), year(at)));
        return read;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("Cannot read " + component, broken);
        }
    }
}
