package org.parley.hub.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.hub.console.FormPage.Field;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.places.Places;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Component;

/// Draws the fields of a [SayForm] with what was typed into them.
@Component
class SayFields {

    private final Places places;

    SayFields(Places places) {
        this.places = places;
    }

    List<Field> of(Visit visit, List<SayField> fields, Map<String, String> typed) {
        return fields.stream().flatMap(one -> drawn(visit, one, typed).stream()).toList();
    }

    List<Field> of(Visit visit, List<SayField> fields, SayLine line, Map<String, String> typed) {
        return fields.stream()
                .map(
                        one ->
                                field(
                                        visit,
                                        one,
                                        line.at() + one.name(),
                                        one.required() && line.required(),
                                        typed))
                .toList();
    }

    private List<Field> drawn(Visit visit, SayField field, Map<String, String> typed) {
        return field.kind() == SayField.Kind.NAMES
                ? names(visit, field, typed)
                : List.of(field(visit, field, field.name(), field.required(), typed));
    }

    private Field field(
            Visit visit, SayField field, String name, boolean required, Map<String, String> typed) {
        return new Field(
                name,
                visit.words().orCode("field.", field.name()),
                visit.words().find("hint." + field.name()).orElse(""),
                kind(field),
                typed.getOrDefault(name, ""),
                required,
                false,
                options(visit, field));
    }

    private static List<Field> names(Visit visit, SayField field, Map<String, String> typed) {
        return Arrays.stream(Language.values())
                .map(language -> name(visit, field.name(), language, typed))
                .toList();
    }

    private static Field name(
            Visit visit, String field, Language language, Map<String, String> typed) {
        var name = field + "." + language.tag();
        return new Field(
                name,
                visit.say("form.name-in", language.ownName()),
                "",
                "text",
                typed.getOrDefault(name, ""),
                false,
                false,
                List.of());
    }

    private static String kind(SayField field) {
        return switch (field.kind()) {
            case TEXT, AMOUNT, NAMES -> "text";
            case LONG_TEXT -> "area";
            case WHOLE_NUMBER -> "number";
            case DATE -> "date";
            case TIME -> "time";
            case MOMENT -> "datetime-local";
            case CHOICE, PARTNER, PLACE, AREA, CORRIDOR, CROSSING, YES_NO -> "select";
        };
    }

    private List<Option> options(Visit visit, SayField field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, WHOLE_NUMBER, AMOUNT, DATE, TIME, MOMENT, NAMES -> List.of();
            case YES_NO ->
                    List.of(
                            new Option("no", visit.say("word.no")),
                            new Option("yes", visit.say("word.yes")));
            case CHOICE ->
                    choose(
                            visit,
                            field.choices().stream()
                                    .map(code -> choice(visit, field.words(), code))
                                    .toList());
            case PARTNER -> choose(visit, named(visit, visit.partners()));
            case PLACE -> choose(visit, named(visit, places.names(visit.sight(), visit.cut())));
            case AREA ->
                    choose(
                            visit,
                            places.areas(visit.sight(), visit.cut()).stream()
                                    .map(one -> named(visit, one.area(), one.names()))
                                    .toList());
            case CORRIDOR ->
                    choose(
                            visit,
                            places.corridors(visit.sight(), visit.cut()).stream()
                                    .map(one -> named(visit, one.corridor(), one.names()))
                                    .toList());
            case CROSSING ->
                    choose(
                            visit,
                            places.crossings(visit.sight(), visit.cut()).stream()
                                    .map(one -> named(visit, one.crossing(), one.names()))
                                    .toList());
        };
    }

    private static List<Option> choose(Visit visit, List<Option> options) {
        var all = new ArrayList<Option>();
        all.add(new Option("", visit.say("form.choose")));
        all.addAll(options);
        return all;
    }

    private static Option choice(Visit visit, String words, String code) {
        return new Option(code, visit.words().orCode(words, code));
    }

    private static List<Option> named(Visit visit, Map<String, Names> names) {
        return names.entrySet().stream()
                .map(one -> named(visit, one.getKey(), one.getValue()))
                .toList();
    }

    private static Option named(Visit visit, String id, Names names) {
        return new Option(id, visit.name(names));
    }
}
