package org.parley.hub.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.kernel.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What was expected at a place in a JSON text, said in the words of JSON instead of Java's.
final class JsonWords {

    private static final Pattern TWICE = Pattern.compile("^Duplicate [^'\"]*['\"](.{1,200})['\"]");

    private JsonWords() {}

    static InvalidValue of(String field, JacksonException unreadable) {
        if (unreadable instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return expected(field, mismatch.getTargetType());
        }
        if (unreadable instanceof StreamConstraintsException) {
            return new InvalidValue(
                    field,
                    "value.json-bounds",
                    "it nests deeper or has a longer name or number than the hub reads");
        }
        var sentence = String.valueOf(unreadable.getOriginalMessage());
        var twice = TWICE.matcher(sentence);
        if (twice.find()) {
            return new InvalidValue(
                    field,
                    "value.json-twice",
                    "the field '{name}' stands twice in one object",
                    twice.group(1));
        }
        if (unreadable instanceof UnexpectedEndOfInputException
                || sentence.startsWith("Unexpected end-of-input")) {
            return new InvalidValue(field, "value.json-ends", "it ends before it is complete");
        }
        if (sentence.contains("UTF-8")) {
            return new InvalidValue(field, "value.json-bytes", "it is not UTF-8");
        }
        return new InvalidValue(
                field, "value.json-syntax", "something stands there that JSON does not allow");
    }

    static InvalidValue expected(String field, Class<?> type) {
        if (type.isEnum()) {
            return new InvalidValue(
                    field,
                    "value.one-of-these",
                    "must be one of {known}",
                    String.join(", ", Schemas.words(type)));
        }
        if (type == boolean.class || type == Boolean.class) {
            return new InvalidValue(field, "value.boolean", "must be true or false");
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return new InvalidValue(
                    field, "value.whole-number", "must be a whole number within its range");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return new InvalidValue(field, "value.json-number", "must be a number");
        }
        if (type == LocalDate.class) {
            return new InvalidValue(field, "value.day", "must be a day such as 2031-05-04");
        }
        if (type == Instant.class) {
            return new InvalidValue(
                    field, "value.instant", "must be an instant such as 2031-05-04T12:00:00Z");
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return new InvalidValue(field, "value.iso8601", "must be in the form of ISO 8601");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return new InvalidValue(field, "value.list", "must be a list");
        }
        if (type == String.class) {
            return new InvalidValue(field, "value.text", "must be a text");
        }
        return Map.class.isAssignableFrom(type)
                ? new InvalidValue(field, "value.object", "must be an object")
                : new InvalidValue(
                        field, "value.described", "must be what the description of the API says");
    }
}
