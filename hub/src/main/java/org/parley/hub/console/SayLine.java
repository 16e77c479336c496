package org.parley.hub.console;

/// One line of a consignment as a form asks for it.
///
/// @param line its id within the consignment
/// @param number as the reader counts it
/// @param legend what stands above its fields
/// @param required whether the form cannot do without it
record SayLine(String line, String number, String legend, boolean required) {

    /// What stands before the names of its fields.
    String at() {
        return "lines." + line + ".";
    }
}
