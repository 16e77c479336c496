package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.List;

/// A number about flow with its label; there is no other kind in this module's answers.
///
/// @param unit `consignment`, `tonne`, `hour`, `percent` or a unit's code
/// @param rule the counting rule, worded in the message files under `rule.` and the code
/// @param source whose statements were counted, by number; `hub` where the hub itself counted
/// @param reported how many lines or consignments had what was to be counted
/// @param expected of how many
/// @param knownTo the size of the log that it was counted from
public record FlowFigure(
        BigDecimal value,
        String unit,
        String rule,
        List<String> source,
        long reported,
        long expected,
        long knownTo) {

    public FlowFigure {
        var plain = value.stripTrailingZeros();
        value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
