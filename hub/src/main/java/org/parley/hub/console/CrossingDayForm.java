package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AMOUNT;
import static org.parley.hub.console.SayField.Kind.CROSSING;
import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.Kind.LONG_TEXT;
import static org.parley.hub.console.SayField.Kind.TIME;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.places.CrossingStatus;
import tools.jackson.databind.node.ObjectNode;

/// How a crossing worked, or will work, on a day.
final class CrossingDayForm implements SayForm {

    private static final List<String> REASONS =
            List.of(
                    "none-given",
                    "security",
                    "order",
                    "damage",
                    "repair",
                    "weather",
                    "holiday",
                    "strike",
                    "congestion");

    @Override
    public String type() {
        return "places.crossing-day-reported";
    }

    @Override
    public Section section() {
        return Section.PLACES;
    }

    @Override
    public String title() {
        return "places.report-day";
    }

    @Override
    public String intro() {
        return "places.days.note";
    }

    @Override
    public List<SayField> fields() {
        return List.of(
                of("crossing", CROSSING),
                of("day", DATE),
                choice("status", "crossing.", CrossingStatus.values(), CrossingStatus::code),
                choice("reason", "crossing.reason.", REASONS).optional(),
                FlowFields.assistance("flow").optional(),
                FlowFields.CATEGORY.optional(),
                of("from", TIME).optional(),
                of("until", TIME).optional(),
                of("capacity", AMOUNT).optional(),
                of("note", LONG_TEXT).optional());
    }

    @Override
    public void shape(Typed typed, ObjectNode says) {
        var opening = says.putArray("openings").addObject();
        for (var part : List.of("status", "flow", "category", "reason")) {
            move(says, part, opening);
        }
        if (typed.has("from") || typed.has("until")) {
            var hours = says.putArray("hours").addObject();
            move(says, "from", hours);
            move(says, "until", hours);
            if (!typed.has("from")) {
                typed.needed("from", typed.label("until"));
            }
            if (!typed.has("until")) {
                typed.needed("until", typed.label("from"));
            }
        }
        var capacity = says.remove("capacity");
        if (capacity != null) {
            says.putArray("capacities").addObject().put("unit", "TRUCK").set("amount", capacity);
        }
    }

    private static void move(ObjectNode from, String name, ObjectNode to) {
        var value = from.remove(name);
        if (value != null) {
            to.set(name, value);
        }
    }

    @Override
    public String typedAs(String part) {
        return part.equals("capacities") ? "capacity" : part;
    }
}
