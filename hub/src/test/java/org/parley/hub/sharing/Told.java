package org.parley.hub.sharing;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A statement that was recorded, and the marked values in it.
///
/// @param says what was said, as it was sent
/// @param marked each canary with the class of the field that it was said in
record Told(
        UUID id,
        String type,
        RuleBook.Sharing sharing,
        Map<String, Integer> marked,
        ObjectNode says) {

    String path() {
        return "/statements/%s/%s".formatted(sharing.originator(), id);
    }
}
