package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AMOUNT;
import static org.parley.hub.console.SayField.Kind.MOMENT;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.RulingOutcome;
import tools.jackson.databind.node.ObjectNode;

/// An authority rules on lines of a consignment.
final class RulingForm implements FlowForm {

    @Override
    public String name() {
        return "rule";
    }

    @Override
    public String type() {
        return "flow.ruled";
    }

    @Override
    public List<SayField> fields() {
        return List.of(
                of("ruling", TEXT),
                of("authority", PARTNER),
                of("conditions", TEXT).optional(),
                of("validUntil", MOMENT).optional());
    }

    @Override
    public List<SayField> lineFields() {
        return List.of(
                choice("outcome", "flow.outcome.", RulingOutcome.values(), RulingOutcome::code),
                of("quantity", AMOUNT).optional(),
                choice("reasons", "flow.reason.", RefusalReason.values(), RefusalReason::code)
                        .optional(),
                of("note", TEXT).optional());
    }

    @Override
    public void shape(Typed typed, ObjectNode says) {
        SayForm.listed(says, "conditions", "conditions");
    }

    /// A ruling in part says how much, one that is not for all says why.
    @Override
    public void shapeLine(Typed typed, ObjectNode says) {
        var outcome = typed.value("outcome");
        if (!outcome.isEmpty()) {
            var word = typed.word("flow.outcome.", outcome);
            boolean inPart = outcome.equals(RulingOutcome.IN_PART.code());
            if (inPart && !typed.has("quantity")) {
                typed.needed("quantity", word);
            }
            if (!inPart && typed.has("quantity")) {
                typed.unfit("quantity", word);
            }
            if (!outcome.equals(RulingOutcome.FOR.code()) && !typed.has("reasons")) {
                typed.needed("reasons", word);
            }
        }
        SayForm.listed(says, "reasons", "reasons");
    }
}
