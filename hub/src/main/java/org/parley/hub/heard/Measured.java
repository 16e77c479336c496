package org.parley.hub.heard;

import java.math.BigDecimal;

/// A number with what it was counted by; there is no other kind in this ledger.
///
/// @param unit `question` or `hour`
/// @param rule the counting rule's code, worded by pages
/// @param reported how many questions the number rests on
/// @param expected of how many that the reader may see
/// @param knownTo the size of the log that it was counted from
public record Measured(
        BigDecimal value, String unit, String rule, long reported, long expected, long knownTo) {}
