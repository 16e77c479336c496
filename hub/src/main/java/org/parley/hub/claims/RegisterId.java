package org.parley.hub.claims;

/// A register: one source's rows as one partner passes them on. Two partners that pass on the same
/// source keep two registers, side by side.
public record RegisterId(String originator, String source) {}
