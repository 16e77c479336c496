package org.parley.hub.console;

import java.util.List;

/// A form that becomes one statement. Titles are worded under `say.` and the name.
///
/// @param name in the address: `/o/{operation}/say/{name}`
/// @param type the statement's type
/// @param section where the form belongs, and where its way back leads
record SayForm(String name, String type, Section section, List<SayField> fields) {}
