package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AMOUNT;
import static org.parley.hub.console.SayField.Kind.CROSSING;
import static org.parley.hub.console.SayField.Kind.MOMENT;
import static org.parley.hub.console.SayField.Kind.PLACE;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import java.util.Set;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Step;
import tools.jackson.databind.node.ObjectNode;

/// What happened to goods on their way.
final class StepForm implements FlowForm {

    /// Steps that can happen at more than one node.
    private static final Set<String> AT_ANY_NODE =
            Set.of(
                    Step.INTERCEPTED.code(),
                    Step.RETURNED.code(),
                    Step.LOST.code(),
                    Step.DAMAGED.code());

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String type() {
        return "flow.goods-reported";
    }

    @Override
    public List<SayField> fields() {
        return List.of(
                choice("step", "flow.step.", Step.values(), Step::code),
                choice("at", "flow.at.", Node.values(), Node::code).optional(),
                choice(
                                "interception",
                                "flow.interception.",
                                Interception.values(),
                                Interception::code)
                        .optional(),
                of("crossing", CROSSING).optional(),
                of("place", PLACE).optional(),
                of("occurred", MOMENT).optional(),
                of("reason", TEXT).optional());
    }

    @Override
    public List<SayField> lineFields() {
        return List.of(of("quantity", AMOUNT).optional());
    }

    @Override
    public String lines() {
        return "goods";
    }

    @Override
    public void shape(Typed typed, ObjectNode says) {
        var step = typed.value("step");
        if (!step.isEmpty()) {
            var word = typed.word("flow.step.", step);
            fit(typed, "at", AT_ANY_NODE.contains(step), word);
            fit(typed, "interception", step.equals(Step.INTERCEPTED.code()), word);
        }
    }

    /// A field that some steps need, and that the others leave empty.
    private static void fit(Typed typed, String name, boolean needed, String step) {
        if (needed && !typed.has(name)) {
            typed.needed(name, step);
        }
        if (!needed && typed.has(name)) {
            typed.unfit(name, step);
        }
    }
}
