package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AMOUNT;
import static org.parley.hub.console.SayField.Kind.AREA;
import static org.parley.hub.console.SayField.Kind.CORRIDOR;
import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.PLACE;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.flow.Priority;
import org.parley.kernel.quantity.Unit;
import tools.jackson.databind.node.ObjectNode;

/// Asking for a consignment.
final class RequestForm implements FlowForm {

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String type() {
        return "flow.consignment-requested";
    }

    @Override
    public List<SayField> fields() {
        return List.of(
                of("consignment", TEXT),
                FlowFields.assistance("kind"),
                of("sender", PARTNER),
                of("receiver", PARTNER),
                of("authority", PARTNER).optional(),
                of("origin", PLACE).optional(),
                of("destination", PLACE).optional(),
                of("destinationArea", AREA).optional(),
                of("corridor", CORRIDOR).optional(),
                of("readyOn", DATE).optional(),
                choice("priority", "flow.priority.", Priority.values(), Priority::code).optional(),
                of("reference", TEXT).optional());
    }

    @Override
    public List<SayField> lineFields() {
        return List.of(
                of("description", TEXT),
                FlowFields.CATEGORY,
                of("quantity", AMOUNT),
                choice("unit", "flow.unit.", Unit.values(), Unit::code),
                of("weightTonnes", AMOUNT).optional(),
                of("volumeM3", AMOUNT).optional(),
                of("expiresOn", DATE).optional());
    }

    @Override
    public void shape(Typed typed, ObjectNode says) {
        SayForm.listed(says, "authority", "authorities");
        var reference = says.remove("reference");
        if (reference != null) {
            says.putArray("references").addObject().put("scheme", "agency").set("value", reference);
        }
    }

    @Override
    public String typedAs(String part) {
        return switch (part) {
            case "authorities" -> "authority";
            case "references" -> "reference";
            default -> part;
        };
    }
}
