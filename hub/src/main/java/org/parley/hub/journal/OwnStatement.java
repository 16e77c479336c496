package org.parley.hub.journal;

import org.parley.kernel.audience.Label;

/// A statement as its originator's organisation may ask after it: its place, its type, and to whom
/// it was addressed.
public record OwnStatement(long index, String type, Label label) {}
