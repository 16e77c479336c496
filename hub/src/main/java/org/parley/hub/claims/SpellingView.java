package org.parley.hub.claims;

/// One spelling of a donor's name, and how many rows have it.
public record SpellingView(String spelling, long rows) {}
