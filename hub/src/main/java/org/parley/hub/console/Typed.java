package org.parley.hub.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.hub.console.FormPage.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What somebody typed into the fields of a [SayForm], or into those of one of its lines. What
/// cannot be read is named at its field, in the reader's language, all of it at once.
final class Typed {

    private final Words words;
    private final Map<String, String> values;
    private final List<Problem> problems;
    private final @Nullable SayLine line;

    Typed(Words words, Map<String, String> values) {
        this(words, values, new ArrayList<>(), null);
    }

    private Typed(
            Words words,
            Map<String, String> values,
            List<Problem> problems,
            @Nullable SayLine line) {
        this.words = words;
        this.values = values;
        this.problems = problems;
        this.line = line;
    }

    /// What was typed into the fields of that line.
    Typed on(SayLine line) {
        return new Typed(words, values, problems, line);
    }

    List<Problem> problems() {
        return problems;
    }

    /// Whether anything was typed into any of the fields.
    boolean any(List<SayField> fields) {
        return fields.stream().anyMatch(field -> has(field.name()));
    }

    boolean has(String name) {
        return !value(name).isEmpty();
    }

    String value(String name) {
        return typed(at(name));
    }

    /// The fields by name, each in the form that a statement has it in.
    ObjectNode read(List<SayField> fields) {
        var says = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            switch (field.kind()) {
                case NAMES -> names(field.name(), says);
                case YES_NO -> says.put(field.name(), value(field.name()).equals("yes"));
                default -> one(field, says);
            }
        }
        return says;
    }

    private void one(SayField field, ObjectNode says) {
        var name = field.name();
        var text = value(name);
        if (text.isEmpty()) {
            if (field.required()) {
                missing(name);
            }
            return;
        }
        switch (field.kind()) {
            case WHOLE_NUMBER ->
                    Amounts.whole(text)
                            .ifPresentOrElse(
                                    number -> says.put(name, number),
                                    () -> problem(name, "form.problem.number"));
            case AMOUNT ->
                    Amounts.read(text, words.language())
                            .ifPresentOrElse(
                                    amount -> says.put(name, amount),
                                    () -> problem(name, "form.problem.amount"));
            case DATE -> time(name, text, LocalDate::parse, "form.problem.date", says);
            case TIME -> time(name, text, LocalTime::parse, "form.problem.time", says);
            case MOMENT -> time(name, text, this::moment, "form.problem.date", says);
            default -> says.put(name, text);
        }
    }

    private void time(
            String name,
            String text,
            Function<String, Object> parse,
            String otherwise,
            ObjectNode says) {
        try {
            says.put(name, parse.apply(text).toString());
        } catch (DateTimeException unreadable) {
            problem(name, otherwise);
        }
    }

    /// A local date and time as a moment.
    private Object moment(String text) {
        return LocalDateTime.parse(text).atZone(words.zone()).toInstant();
    }

    private void names(String name, ObjectNode says) {
        var common = says.putObject(name).putObject("common");
        for (var language : Language.values()) {
            var text = value(name + "." + language.tag());
            if (!text.isEmpty()) {
                common.put(language.tag(), text);
            }
        }
        if (common.isEmpty()) {
            add(name + ".en", words.say("form.problem.name", ""));
        }
    }

    /// What the field is called, with the line that it is of.
    String label(String name) {
        var field = words.orCode("field.", name);
        return line == null ? field : words.say("form.of-line", line.number(), field);
    }

    void missing(String name) {
        problem(name, "form.problem.missing");
    }

    /// A field that may not be empty where another says that.
    void needed(String name, String choice) {
        add(name, words.say("form.problem.needed", label(name), choice));
    }

    /// A field that must be empty where another says that.
    void unfit(String name, String choice) {
        add(name, words.say("form.problem.unfit", label(name), choice));
    }

    /// What a choice is called.
    String word(String prefix, String code) {
        return words.orCode(prefix, code);
    }

    private void problem(String name, String key) {
        add(name, words.say(key, label(name)));
    }

    /// The first problem of a field is told; the others may follow from it.
    private void add(String name, String text) {
        var field = Optional.of(at(name));
        if (problems.stream().noneMatch(one -> one.field().equals(field))) {
            problems.add(new Problem(field, text));
        }
    }

    private String at(String name) {
        return line == null ? name : line.at() + name;
    }

    private String typed(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).orElse("");
    }
}
