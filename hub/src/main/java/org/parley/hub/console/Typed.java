package org.parley.hub.console;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What somebody typed into a [SayForm], read into the fields of a statement. What cannot be read
/// is named, in the reader's language, all of it at once.
final class Typed {

    private final Words words;
    private final Map<String, String> values;
    private final ObjectNode says = JsonNodeFactory.instance.objectNode();
    private final List<FormPage.Problem> problems = new ArrayList<>();

    Typed(Words words, SayForm form, Map<String, String> values) {
        this.words = words;
        this.values = values;
        form.fields().forEach(this::read);
    }

    ObjectNode says() {
        return says;
    }

    List<FormPage.Problem> problems() {
        return problems;
    }

    private void read(SayField field) {
        switch (field.kind()) {
            case NAMES -> names(field);
            case YES_NO -> says.put(field.name(), "yes".equals(value(field.name())));
            default -> {
                var text = value(field.name());
                if (!text.isEmpty()) {
                    one(field, text);
                } else if (field.required()) {
                    problem(field.name(), "form.problem.missing", label(field.name()));
                }
            }
        }
    }

    private void one(SayField field, String text) {
        switch (field.kind()) {
            case WHOLE_NUMBER -> whole(field, text);
            case DATE -> date(field, text);
            default -> says.put(field.name(), text);
        }
    }

    private void whole(SayField field, String text) {
        // Digits of any script, with the marks that people group them by.
        var digits =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\u00a0\\u202f,.٬']", "")
                        .codePoints()
                        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (digits.matches("\\d{1,9}")) {
            says.put(field.name(), Integer.parseInt(digits));
        } else {
            problem(field.name(), "form.problem.number", label(field.name()));
        }
    }

    private void date(SayField field, String text) {
        try {
            says.put(field.name(), LocalDate.parse(text).toString());
        } catch (DateTimeException notADate) {
            problem(field.name(), "form.problem.date", label(field.name()));
        }
    }

    private void names(SayField field) {
        var common = says.putObject(field.name()).putObject("common");
        for (var language : Language.values()) {
            var name = value(field.name() + "." + language.tag());
            if (!name.isEmpty()) {
                common.put(language.tag(), name);
            }
        }
        if (common.isEmpty()) {
            problem(field.name() + ".en", "form.problem.name", "");
        }
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).orElse("");
    }

    private String label(String name) {
        return words.orCode("field.", name);
    }

    private void problem(String field, String key, String label) {
        problems.add(new FormPage.Problem(Optional.of(field), words.say(key, label)));
    }
}
