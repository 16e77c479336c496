package org.parley.hub.journal;

/// What a statement says, as a record of its feature. Every component carries [Classed]; a
/// component that is null is not part of the statement.
public interface Body {

    /// The record that the statement is about, for example `consignment/CN-31-00042`: the key under
    /// which its log is found. Never a name or a place.
    String subject();
}
