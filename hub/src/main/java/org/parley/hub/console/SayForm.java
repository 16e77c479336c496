package org.parley.hub.console;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A form that becomes one statement, described as data: what it asks for, and how what was typed
/// into its fields is shaped into what is said. [SayDesk] shows, reads and sends it.
interface SayForm {

    /// The statement's type.
    String type();

    /// Where in the console it belongs.
    Section section();

    /// The key of its title's wording.
    String title();

    /// The key of the wording of its introduction, which it may lack.
    String intro();

    List<SayField> fields();

    /// Fields that are asked for again for each line of a consignment.
    default List<SayField> lineFields() {
        return List.of();
    }

    /// What the statement calls its lines.
    default String lines() {
        return "lines";
    }

    /// Shapes the fields, each read under its own name, into what is said, and names what does not
    /// fit together.
    default void shape(Typed typed, ObjectNode says) {}

    /// The same for the fields of a line in which something was typed.
    default void shapeLine(Typed typed, ObjectNode says) {}

    /// The field that a part of the statement was typed into, where the two are called
    /// differently.
    default String typedAs(String part) {
        return part;
    }

    /// Says as a list what can be typed once.
    static void listed(ObjectNode says, String typed, String said) {
        var one = says.remove(typed);
        if (one != null) {
            says.putArray(said).add(one);
        }
    }
}
