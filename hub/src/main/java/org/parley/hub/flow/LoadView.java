package org.parley.hub.flow;

import java.math.BigDecimal;

/// What is in a load, as far as the reader sees it reported.
///
/// @param amount in the line's unit; below zero when more was reported out of the load than into it
public record LoadView(String load, String node, String line, BigDecimal amount) {}
