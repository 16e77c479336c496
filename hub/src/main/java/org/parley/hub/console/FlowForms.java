package org.parley.hub.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.hub.console.FormPage.Field;
import org.parley.hub.console.FormPage.Group;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.CargoCategories;
import org.parley.hub.flow.LineView;
import org.parley.hub.flow.Priority;
import org.parley.hub.flow.ReceiptReason;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.RulingOutcome;
import org.parley.hub.flow.Step;
import org.parley.hub.places.Places;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;
import org.springframework.stereotype.Component;

/// Draws the forms of flow with what was typed into them: asking for a consignment, reporting a
/// step or a receipt, and ruling. Each line of the consignment is a group of fields.
@Component
class FlowForms {

    /// Lines that the request form has room for; longer lists come by file or over the API.
    static final int LINES = 6;

    private final Places places;

    FlowForms(Places places) {
        this.places = places;
    }

    FormPage request(
            Visit visit, Map<String, String> typed, String statement, List<Problem> problems) {
        var names = places.names(visit.sight(), visit.cut());
        return page(
                visit,
                "request",
                visit.at("/flow/request"),
                statement,
                problems,
                List.of(
                        text(visit, typed, "consignment", true),
                        choice(visit, typed, "kind", kinds(visit), true),
                        choice(visit, typed, "sender", partners(visit), true),
                        choice(visit, typed, "receiver", partners(visit), true),
                        choice(visit, typed, "authority", partners(visit), false),
                        choice(visit, typed, "origin", places(visit, names), false),
                        choice(visit, typed, "destination", places(visit, names), false),
                        choice(visit, typed, "destinationArea", areas(visit), false),
                        choice(visit, typed, "corridor", corridors(visit), false),
                        field(visit, typed, "readyOn", "date", false),
                        choice(visit, typed, "priority", priorities(visit), false),
                        text(visit, typed, "reference", false)),
                IntStream.range(0, LINES).mapToObj(i -> line(visit, typed, i)).toList(),
                Link.to(visit.say("form.back"), visit.at("/flow")));
    }

    private static Group line(Visit visit, Map<String, String> typed, int i) {
        var at = "lines." + i + ".";
        return new Group(
                visit.say("flow.form.line", visit.words().number(i + 1)),
                List.of(
                        text(visit, typed, at + "description", i == 0),
                        choice(visit, typed, at + "category", categories(visit), i == 0),
                        field(visit, typed, at + "quantity", "text", i == 0),
                        choice(visit, typed, at + "unit", units(visit), i == 0),
                        field(visit, typed, at + "weightTonnes", "text", false),
                        field(visit, typed, at + "volumeM3", "text", false),
                        field(visit, typed, at + "expiresOn", "date", false)));
    }

    FormPage step(
            Visit visit,
            String consignment,
            List<LineView> lines,
            Map<String, String> typed,
            String statement,
            List<Problem> problems) {
        var names = places.names(visit.sight(), visit.cut());
        var groups =
                lines.stream()
                        .map(
                                line ->
                                        group(
                                                visit,
                                                line,
                                                List.of(
                                                        field(
                                                                visit,
                                                                typed,
                                                                "goods." + line.line(),
                                                                "text",
                                                                false))))
                        .toList();
        return page(
                visit,
                "report",
                visit.at("/flow/" + consignment + "/report"),
                statement,
                problems,
                List.of(
                        choice(visit, typed, "step", steps(visit), true),
                        choice(visit, typed, "at", nodes(visit), false),
                        choice(visit, typed, "interception", interceptions(visit), false),
                        choice(visit, typed, "crossing", crossings(visit), false),
                        choice(visit, typed, "place", places(visit, names), false),
                        field(visit, typed, "occurred", "datetime-local", false),
                        text(visit, typed, "reason", false)),
                groups,
                back(visit, consignment));
    }

    FormPage receipt(
            Visit visit,
            String consignment,
            List<LineView> lines,
            Map<String, String> typed,
            String statement,
            List<Problem> problems) {
        var names = places.names(visit.sight(), visit.cut());
        var groups =
                lines.stream()
                        .map(line -> group(visit, line, received(visit, typed, line)))
                        .toList();
        return page(
                visit,
                "receipt",
                visit.at("/flow/" + consignment + "/receipt"),
                statement,
                problems,
                List.of(
                        choice(visit, typed, "place", places(visit, names), false),
                        field(visit, typed, "occurred", "datetime-local", false)),
                groups,
                back(visit, consignment));
    }

    private static List<Field> received(Visit visit, Map<String, String> typed, LineView line) {
        var at = "lines." + line.line() + ".";
        return List.of(
                field(visit, typed, at + "received", "text", false),
                field(visit, typed, at + "damaged", "text", false),
                field(visit, typed, at + "missing", "text", false),
                choice(
                        visit,
                        typed,
                        at + "reasons",
                        options(
                                visit,
                                "flow.receipt-reason.",
                                codes(ReceiptReason.values(), ReceiptReason::code)),
                        false),
                text(visit, typed, at + "note", false));
    }

    FormPage ruling(
            Visit visit,
            String consignment,
            List<LineView> lines,
            Map<String, String> typed,
            String statement,
            List<Problem> problems) {
        var groups =
                lines.stream().map(line -> group(visit, line, ruled(visit, typed, line))).toList();
        return page(
                visit,
                "rule",
                visit.at("/flow/" + consignment + "/rule"),
                statement,
                problems,
                List.of(
                        text(visit, typed, "ruling", true),
                        choice(visit, typed, "authority", partners(visit), true),
                        text(visit, typed, "conditions", false),
                        field(visit, typed, "validUntil", "datetime-local", false)),
                groups,
                back(visit, consignment));
    }

    private static List<Field> ruled(Visit visit, Map<String, String> typed, LineView line) {
        var at = "lines." + line.line() + ".";
        return List.of(
                choice(
                        visit,
                        typed,
                        at + "outcome",
                        options(
                                visit,
                                "flow.outcome.",
                                codes(RulingOutcome.values(), RulingOutcome::code)),
                        false),
                field(visit, typed, at + "quantity", "text", false),
                choice(
                        visit,
                        typed,
                        at + "reasons",
                        options(
                                visit,
                                "flow.reason.",
                                codes(RefusalReason.values(), RefusalReason::code)),
                        false),
                text(visit, typed, at + "note", false));
    }

    private static FormPage page(
            Visit visit,
            String name,
            String action,
            String statement,
            List<Problem> problems,
            List<Field> fields,
            List<Group> groups,
            Link back) {
        var title = visit.words().say("flow.form." + name);
        return new FormPage(
                visit.shell(Section.FLOW, title),
                title,
                visit.words().say("flow.form." + name + ".intro"),
                action,
                statement,
                problems,
                fields,
                groups,
                visit.say("form.say"),
                back,
                Optional.empty());
    }

    private static Link back(Visit visit, String consignment) {
        return Link.to(visit.say("form.back"), visit.at("/flow/" + consignment));
    }

    /// A line by what it is and how much of it was asked for.
    private static Group group(Visit visit, LineView line, List<Field> fields) {
        var asked =
                line.quantity() == null || line.unit() == null
                        ? ""
                        : " · " + FlowWords.amount(visit, line.quantity(), line.unit());
        return new Group(
                Optional.ofNullable(line.description()).orElse(line.line()) + asked, fields);
    }

    private static Field text(
            Visit visit, Map<String, String> typed, String name, boolean required) {
        return field(visit, typed, name, "text", required);
    }

    static Field field(
            Visit visit, Map<String, String> typed, String name, String kind, boolean required) {
        return new Field(
                name,
                label(visit, name),
                visit.words().find("hint." + last(name)).orElse(""),
                kind,
                typed.getOrDefault(name, ""),
                required,
                false,
                List.of());
    }

    static Field choice(
            Visit visit,
            Map<String, String> typed,
            String name,
            List<Option> options,
            boolean required) {
        var all = new ArrayList<Option>();
        all.add(new Option("", visit.say("form.choose")));
        all.addAll(options);
        return new Field(
                name,
                label(visit, name),
                visit.words().find("hint." + last(name)).orElse(""),
                "select",
                typed.getOrDefault(name, ""),
                required,
                false,
                all);
    }

    /// The goods of a line are named by the group around them.
    static String label(Visit visit, String name) {
        var last = name.startsWith("goods.") ? "quantity" : last(name);
        return visit.words().orCode("field.", last);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static <E> List<String> codes(E[] values, java.util.function.Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }

    static List<Option> options(Visit visit, String words, List<String> codes) {
        return codes.stream()
                .map(code -> new Option(code, visit.words().orCode(words, code)))
                .toList();
    }

    private static List<Option> kinds(Visit visit) {
        return options(visit, "flow.kind.", codes(AssistanceKind.values(), AssistanceKind::code));
    }

    private static List<Option> priorities(Visit visit) {
        return options(visit, "flow.priority.", codes(Priority.values(), Priority::code));
    }

    private static List<Option> categories(Visit visit) {
        return options(
                visit,
                "flow.category.",
                List.copyOf(CargoCategories.KNOWN).stream().sorted().toList());
    }

    private static List<Option> units(Visit visit) {
        return options(visit, "flow.unit.", codes(Unit.values(), Unit::code));
    }

    private static List<Option> steps(Visit visit) {
        return options(visit, "flow.step.", codes(Step.values(), Step::code));
    }

    private static List<Option> nodes(Visit visit) {
        return options(visit, "flow.at.", List.of("outside", "yard", "inside", "destination"));
    }

    private static List<Option> interceptions(Visit visit) {
        return options(visit, "flow.interception.", List.of("self-distribution", "armed"));
    }

    static List<Option> partners(Visit visit) {
        return visit.partners().keySet().stream()
                .map(id -> new Option(id, visit.partner(id)))
                .toList();
    }

    private static List<Option> places(Visit visit, Map<String, Names> names) {
        return names.entrySet().stream()
                .map(place -> new Option(place.getKey(), visit.name(place.getValue())))
                .toList();
    }

    private List<Option> areas(Visit visit) {
        return places.areas(visit.sight(), visit.cut()).stream()
                .map(area -> new Option(area.area(), visit.name(area.names())))
                .toList();
    }

    private List<Option> corridors(Visit visit) {
        return places.corridors(visit.sight(), visit.cut()).stream()
                .map(one -> new Option(one.corridor(), visit.name(one.names())))
                .toList();
    }

    List<Option> crossings(Visit visit) {
        return places.crossings(visit.sight(), visit.cut()).stream()
                .map(one -> new Option(one.crossing(), visit.name(one.names())))
                .toList();
    }
}
