package org.parley.hub.api;

import java.util.stream.Collectors;
import org.parley.kernel.InvalidValue;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says where in a request's JSON something is wrong, as its author would write it:
/// `says.lines[2].unit`.
final class JsonPath {

    private JsonPath() {}

    /// What cannot be, with the place in the text in front of the name that the value's own type
    /// has for it.
    ///
    /// @param root the part of the request that was read, empty for all of it
    static InvalidValue invalid(String root, DatabindException unreadable) {
        var path = new StringBuilder(root);
        var last = root.substring(root.lastIndexOf('.') + 1);
        for (var step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                last = step.getPropertyName();
                path.append(path.isEmpty() ? "" : ".").append(last);
            }
        }
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue value) {
                // what a constructor refuses is a field of its record, what a reader refuses is the
                // value that stands here
                var own =
                        unreadable instanceof ValueInstantiationException
                                ? below(last, value.field())
                                : "";
                var dot = path.isEmpty() || own.isEmpty() ? "" : ".";
                return value.at(path + dot + own);
            }
        }
        return problem(path.toString(), unreadable);
    }

    /// Types that know how their author calls the list they are in name it too.
    private static String below(String last, String field) {
        if (field.equals(last)) {
            return "";
        }
        return field.startsWith(last + ".") ? field.substring(last.length() + 1) : field;
    }

    /// Never Jackson's own sentence: it names classes, which are none of the sender's business.
    private static InvalidValue problem(String path, DatabindException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return new InvalidValue(
                    path,
                    "value.field-unknown",
                    "is not known here; known are {known}",
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return JsonWords.of(path, unreadable);
    }
}
