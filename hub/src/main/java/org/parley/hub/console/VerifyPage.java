package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Asks who is signed in to prove again who they are, and then goes on with what was typed.
///
/// @param action where the form went that needs it
/// @param fields what was typed into that form
public record VerifyPage(
        Shell shell, String action, String options, List<Field> fields, Optional<String> problem)
        implements Page {

    /// A field of the form that goes on.
    public record Field(String name, String value) {}
}
