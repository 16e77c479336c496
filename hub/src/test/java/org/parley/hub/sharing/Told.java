package org.parley.hub.sharing;

import java.util.Map;
import java.util.UUID;

/// A statement that was recorded, and the marked values in it.
///
/// @param marked each canary with the class of the field that it was said in
record Told(UUID id, String type, RuleBook.Sharing sharing, Map<String, Integer> marked) {

    String path() {
        return "/statements/%s/%s".formatted(sharing.originator(), id);
    }
}
