package org.parley.hub.console;

/// A form of flow. Worded under `flow.form.` and the name.
interface FlowForm extends SayForm {

    /// The last part of its address.
    String name();

    @Override
    default Section section() {
        return Section.FLOW;
    }

    @Override
    default String title() {
        return "flow.form." + name();
    }

    @Override
    default String intro() {
        return "flow.form." + name() + ".intro";
    }
}
