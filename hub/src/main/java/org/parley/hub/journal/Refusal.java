package org.parley.hub.journal;

import java.util.Map;

/// Why a command was not carried out: a stable code such as `flow.line-not-in-consignment`, worded
/// in the reader's language by the message files under `refusal.` and the code, and the facts that
/// the wording names.
public record Refusal(String code, Map<String, ?> facts) {

    public Refusal {
        facts = Map.copyOf(facts);
    }
}
