package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AMOUNT;
import static org.parley.hub.console.SayField.Kind.MOMENT;
import static org.parley.hub.console.SayField.Kind.PLACE;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.flow.ReceiptReason;
import tools.jackson.databind.node.ObjectNode;

/// What arrived, and in which condition.
final class ReceiptForm implements FlowForm {

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public String type() {
        return "flow.receipt-reported";
    }

    @Override
    public List<SayField> fields() {
        return List.of(of("place", PLACE).optional(), of("occurred", MOMENT).optional());
    }

    @Override
    public List<SayField> lineFields() {
        return List.of(
                of("received", AMOUNT).optional(),
                of("damaged", AMOUNT).optional(),
                of("missing", AMOUNT).optional(),
                choice(
                                "reasons",
                                "flow.receipt-reason.",
                                ReceiptReason.values(),
                                ReceiptReason::code)
                        .optional(),
                of("note", TEXT).optional());
    }

    /// Nothing in good condition may be left empty where something is damaged or missing, which
    /// needs a reason.
    @Override
    public void shapeLine(Typed typed, ObjectNode says) {
        for (var amount : List.of("damaged", "missing")) {
            if (says.path(amount).asDouble(0) > 0 && !typed.has("reasons")) {
                typed.needed("reasons", typed.label(amount));
            }
        }
        if (!typed.has("received")) {
            if (typed.has("damaged") || typed.has("missing")) {
                says.put("received", 0);
            } else {
                typed.missing("received");
            }
        }
        SayForm.listed(says, "reasons", "reasons");
    }
}
