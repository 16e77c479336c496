package org.parley.hub.claims;

import java.math.BigDecimal;
import java.util.List;

/// Rows counted under one combination of names.
///
/// @param of the names, in the order that was asked for; empty where the publisher left it blank
/// @param quantity the sum of what the rows say; comparable only within one unit
/// @param flagged how many of the rows are flagged as odd
public record TotalView(List<String> of, long rows, BigDecimal quantity, long flagged) {}
