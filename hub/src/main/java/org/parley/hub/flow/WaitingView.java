package org.parley.hub.flow;

/// How many consignments of one kind of assistance have waited for long.
///
/// @param waiting have been where they are for at least so long
/// @param underWay have not ended
public record WaitingView(long waiting, long underWay) {}
