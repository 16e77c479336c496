package org.parley.hub.claims;

/// How many rows of a register carry one flag.
public record OddView(String flag, long rows) {}
