package org.parley.hub.console;

import java.util.List;

/// A form whose fields are said as they are typed. Worded under `say.` and the name.
///
/// @param name in the address: `/o/{operation}/say/{name}`
record PlainForm(String name, String type, Section section, List<SayField> fields)
        implements SayForm {

    @Override
    public String title() {
        return "say." + name;
    }

    @Override
    public String intro() {
        return "say." + name + ".intro";
    }
}
