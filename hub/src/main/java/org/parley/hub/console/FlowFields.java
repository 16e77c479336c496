package org.parley.hub.console;

import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.CargoCategories;

/// Fields that several forms ask for.
final class FlowFields {

    static final SayField CATEGORY =
            SayField.choice(
                    "category", "flow.category.", CargoCategories.KNOWN.stream().sorted().toList());

    private FlowFields() {}

    static SayField assistance(String name) {
        return SayField.choice(name, "flow.kind.", AssistanceKind.values(), AssistanceKind::code);
    }
}
