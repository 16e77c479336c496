package org.parley.hub.api;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What was expected at a place in a JSON text, said in the words of JSON instead of Java's.
final class JsonWords {

    private static final int LONGEST = 200;

    private JsonWords() {}

    static String of(JacksonException unreadable) {
        if (unreadable instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return "must be " + expected(mismatch.getTargetType());
        }
        return cut(unreadable.getOriginalMessage());
    }

    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Schemas.words(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "a whole number within its range";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a " + type.getSimpleName() + " in the form of ISO 8601";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type == String.class
                ? "a text"
                : Map.class.isAssignableFrom(type)
                        ? "an object"
                        : "what the description of the API says";
    }

    /// Without the names of classes and at a length that does not echo a whole request.
    static String cut(String message) {
        var sentence =
                Arrays.stream(message.split("\n", 2))
                        .findFirst()
                        .orElse("")
                        .replaceAll("`?(?:[a-z][a-zA-Z0-9]*\\.){2,}[A-Za-z0-9$<>.]+`?", "a value");
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
