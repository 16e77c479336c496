package org.parley.hub.exchange;

/// Whether a file holds all rows of its register.
public enum Completeness {
    /// Taken for whole, and refused when that would withdraw more than half of the register: then
    /// it is more likely a part.
    UNSTATED,
    /// Rows that it lacks stay.
    PART,
    /// Rows that it lacks are withdrawn, however many.
    WHOLE
}
