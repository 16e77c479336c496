package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.console.FormPage.Field;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.console.ListPage.Option;
import org.springframework.stereotype.Component;

/// Draws a [SayForm] with what was typed into it.
@Component
class SayPages {

    FormPage of(
            Visit visit,
            SayForm form,
            Map<String, String> typed,
            String statement,
            List<Problem> problems) {
        var title = visit.say("say." + form.name());
        return new FormPage(
                visit.shell(form.section(), title),
                title,
                visit.words().find("say." + form.name() + ".intro").orElse(""),
                visit.at("/say/" + form.name()),
                statement,
                problems,
                form.fields().stream().flatMap(one -> fields(visit, one, typed).stream()).toList(),
                List.of(),
                visit.say("form.say"),
                Link.to(visit.say("form.back"), visit.at(form.section().path())),
                Optional.empty());
    }

    private static List<Field> fields(Visit visit, SayField field, Map<String, String> typed) {
        if (field.kind() == SayField.Kind.NAMES) {
            var names = new ArrayList<Field>();
            for (var language : Language.values()) {
                var name = field.name() + "." + language.tag();
                names.add(
                        new Field(
                                name,
                                visit.say("form.name-in", language.ownName()),
                                "",
                                "text",
                                typed.getOrDefault(name, ""),
                                false,
                                false,
                                List.of()));
            }
            return names;
        }
        return List.of(
                new Field(
                        field.name(),
                        visit.words().orCode("field.", field.name()),
                        visit.words().find("hint." + field.name()).orElse(""),
                        kind(field),
                        typed.getOrDefault(field.name(), ""),
                        field.required(),
                        false,
                        options(visit, field)));
    }

    private static String kind(SayField field) {
        return switch (field.kind()) {
            case TEXT, NAMES -> "text";
            case LONG_TEXT -> "area";
            case WHOLE_NUMBER -> "number";
            case DATE -> "date";
            case CHOICE, PARTNER, YES_NO -> "select";
        };
    }

    private static List<Option> options(Visit visit, SayField field) {
        var options = new ArrayList<Option>();
        switch (field.kind()) {
            case CHOICE -> {
                options.add(new Option("", visit.say("form.choose")));
                for (var code : field.choices()) {
                    options.add(new Option(code, visit.words().orCode(field.words(), code)));
                }
            }
            case PARTNER -> {
                options.add(new Option("", visit.say("form.choose")));
                visit.partners()
                        .forEach((id, names) -> options.add(new Option(id, visit.name(names))));
            }
            case YES_NO -> {
                options.add(new Option("no", visit.say("word.no")));
                options.add(new Option("yes", visit.say("word.yes")));
            }
            case TEXT, LONG_TEXT, WHOLE_NUMBER, DATE, NAMES -> {}
        }
        return options;
    }
}
