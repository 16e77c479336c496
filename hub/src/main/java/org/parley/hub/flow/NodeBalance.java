package org.parley.hub.flow;

import java.math.BigDecimal;

/// What came to a node and what became of it: came = went on + lies there + intercepted + returned
/// + damaged + lost + unexplained.
///
/// @param node `outside`, `yard`, `inside` or `destination`
/// @param came dispatched, offloaded, collected or arrived
/// @param wentOn offloaded, collected, arrived or distributed
/// @param liesThere what nobody reported away from it
/// @param unexplained at most zero: how much more was reported out than in
public record NodeBalance(
        String node,
        BigDecimal came,
        BigDecimal wentOn,
        BigDecimal liesThere,
        BigDecimal intercepted,
        BigDecimal returned,
        BigDecimal damaged,
        BigDecimal lost,
        BigDecimal unexplained) {}
